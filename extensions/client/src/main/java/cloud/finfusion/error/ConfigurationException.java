package cloud.finfusion.error;

import cloud.finfusion.runtime.SafeText;
import org.jspecify.annotations.Nullable;

/**
 * A setting that cannot work; found before anything is sent, or by an attempt of a call. The
 * message never shows a key.
 */
public class ConfigurationException extends FinFusionException {
  private static final long serialVersionUID = 1L;

  /** The setting, and what was expected, what was got, and what to do. */
  public ConfigurationException(String setting, String sentence) {
    this(setting, sentence, null);
  }

  /** The same, for a reason that holds no secret. */
  public ConfigurationException(String setting, String sentence, @Nullable Throwable cause) {
    super(CallFacts.local(setting), SafeText.redact(sentence), cause);
  }

  private ConfigurationException(CallFacts facts, String sentence, @Nullable Throwable cause) {
    super(facts, sentence, cause);
  }

  /** Returns the same, found by a call of which this is known. */
  public static ConfigurationException inCall(CallFacts call, ConfigurationException found) {
    ConfigurationException known =
        new ConfigurationException(
            call.about(found.operation()), found.sentence(), found.getCause());
    known.setStackTrace(found.getStackTrace());
    return known;
  }
}
