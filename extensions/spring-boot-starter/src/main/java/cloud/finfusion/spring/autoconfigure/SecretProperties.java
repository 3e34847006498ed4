package cloud.finfusion.spring.autoconfigure;

import cloud.finfusion.runtime.SafeText;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which properties hold a secret, by their names, and which values do, by their form: a key may
 * come from another property by a placeholder, or stand in the command that started the program.
 */
final class SecretProperties {
  private SecretProperties() {}

  /** Whether the name is that of a secret, as a property or a variable. */
  static boolean isName(String name) {
    String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    return plain.startsWith(FinFusionAutoConfiguration.PREFIX)
        && (plain.contains("secret") || (plain.contains("apikey") && !plain.endsWith("file")));
  }

  /** Whether the value holds a secret, wherever it came from. */
  static boolean isSecret(@Nullable Object value) {
    if (!(value instanceof CharSequence)) {
      return false;
    }
    String text = value.toString();
    return !text.equals(SafeText.redact(text)) || namesSecret(text.toLowerCase(Locale.ROOT));
  }

  /** Whether it is text that sets properties, as a command line or a document in JSON. */
  private static boolean namesSecret(String text) {
    return text.contains(FinFusionAutoConfiguration.PREFIX)
        && text.matches("(?s).*(api[-_]?key|secret).*");
  }
}
