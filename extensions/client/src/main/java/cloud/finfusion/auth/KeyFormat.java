package cloud.finfusion.auth;

import cloud.finfusion.error.ConfigurationException;
import cloud.finfusion.runtime.SafeText;
import org.jspecify.annotations.Nullable;

/** What a key has to look like, and what may be shown of it. */
final class KeyFormat {
  private KeyFormat() {}

  /** Returns the key if it can stand in a header. */
  static String checked(@Nullable String key) {
    if (key == null || key.isEmpty()) { // null: a variable that is not set
      throw new ConfigurationException("apiKey", "expected a key, got none. Give it one.");
    }
    if (!key.chars().allMatch(each -> each > ' ' && each < 0x7F)) {
      throw new ConfigurationException(
          "apiKey",
          "expected visible ASCII characters only, got another, perhaps a space or a line break. Trim the key.");
    }
    return key;
  }

  /** A place to be named in errors; of a source that is not the SDK's only the class. */
  static String place(KeySource source) {
    boolean named =
        source instanceof NamedKeySource
            || source instanceof FileKeySource
            || source instanceof FirstKeySource;
    return named ? SafeText.redact(source.toString()) : source.getClass().getName();
  }

  /** The kind only: what stands before the first underscore, if it is one that is documented. */
  static String shown(String key) {
    return "ApiKey(" + key.replaceFirst("^(dev|prod|rest)_.*|.*", "$1") + "_***)";
  }
}
