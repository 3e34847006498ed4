package cloud.finfusion.auth;

import cloud.finfusion.error.ConfigurationException;
import cloud.finfusion.internal.check.VisibleAscii;
import cloud.finfusion.runtime.SafeText;
import org.jspecify.annotations.Nullable;

/** The form of API keys, and the part of one that may be shown. */
final class KeyFormat {
  private KeyFormat() {}

  /** Returns the key; refuses one that a header cannot hold. */
  static String checked(@Nullable String key) {
    if (key == null || key.isEmpty()) { // null: a variable that is not set
      throw new ConfigurationException("apiKey", "expected a key, got none. Give it one.");
    }
    if (!VisibleAscii.is(key)) {
      throw new ConfigurationException(
          "apiKey",
          "expected visible ASCII characters only, got another, perhaps a space or a line break. Trim the key.");
    }
    return key;
  }

  /**
   * Names a source in errors. A caller's own source is named by its class, since its text may hold
   * anything.
   */
  static String place(KeySource source) {
    boolean named =
        source instanceof NamedKeySource
            || source instanceof FileKeySource
            || source instanceof FirstKeySource;
    return named ? SafeText.redact(source.toString()) : source.getClass().getName();
  }

  /** Shows the documented prefix of a key, as {@code dev}, and nothing of any other key. */
  static String shown(String key) {
    return "ApiKey(" + key.replaceFirst("^(dev|prod|rest)_.*|.*", "$1") + "_***)";
  }
}
