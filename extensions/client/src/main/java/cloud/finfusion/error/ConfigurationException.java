package cloud.finfusion.error;

import cloud.finfusion.internal.access.Access;
import cloud.finfusion.runtime.SafeText;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A setting cannot work. It is found before anything is sent, or by an attempt of a call. The
 * message never shows a key.
 */
public class ConfigurationException extends FinFusionException {
  private static final long serialVersionUID = 1L;

  static {
    Access.register(
        ConfigurationException.class,
        found -> (Function<CallFacts, ConfigurationException>) found::inCall);
  }

  /** Names the setting; the sentence says what was expected, what was got and what to do. */
  public ConfigurationException(String setting, String sentence) {
    this(setting, sentence, null);
  }

  /** The same with a cause, which must hold no secret. */
  public ConfigurationException(String setting, String sentence, @Nullable Throwable cause) {
    super(CallFacts.local(setting), SafeText.redact(sentence), cause);
  }

  private ConfigurationException(CallFacts facts, String sentence, @Nullable Throwable cause) {
    super(facts, sentence, cause);
  }

  /** Makes the same error with the facts of the call that found it. */
  private ConfigurationException inCall(CallFacts call) {
    ConfigurationException known =
        new ConfigurationException(call.about(operation()), sentence(), getCause());
    known.setStackTrace(getStackTrace());
    return known;
  }
}
