package cloud.finfusion.spring.autoconfigure;

import cloud.finfusion.error.ConfigurationException;
import cloud.finfusion.runtime.SafeText;

/** Spring leaves a placeholder that it knows no value for as it is, which is no secret. */
final class Placeholders {
  /** A value that is nothing else: of another one, a part may be a secret. */
  private static final String ALONE = "\\$\\{[\\w.-]{1,100}}";

  private Placeholders() {}

  /** Returns the value of a setting that is a secret; refuses one that nobody has set. */
  static String resolved(String setting, String value) {
    if (value.contains("${")) {
      String got = value.matches(ALONE) ? SafeText.redact(value) : "a placeholder";
      throw new ConfigurationException(
          setting, "expected a value, got " + got + ", which is not set. Set it.");
    }
    return value;
  }
}
