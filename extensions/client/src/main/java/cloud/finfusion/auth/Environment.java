package cloud.finfusion.auth;

import cloud.finfusion.error.ConfigurationException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whether money is real. The vendor documents both environments on one host, where the key decides;
 * a key of the other environment is therefore refused before anything is sent.
 */
public enum Environment {
  /** Simulated responses, no money. Its keys start with {@code dev_}. */
  SANDBOX,
  /** Real money. Its keys start with {@code prod_}. */
  PRODUCTION;

  /**
   * Returns the environment of a name, in any case and with any space around it: {@code sandbox},
   * {@code development} or {@code dev}, {@code production} or {@code prod}. These are the words of
   * the vendor's documentation; words that a program may use of itself, as {@code test} or {@code
   * live}, are refused, since a wrong guess could move money.
   *
   * @throws ConfigurationException listing the names, if it is none of them; the text is not shown
   */
  public static Environment of(@Nullable String name) {
    return switch (name == null ? "" : name.strip().toLowerCase(Locale.ROOT)) {
      case "sandbox", "development", "dev" -> SANDBOX;
      case "production", "prod" -> PRODUCTION;
      default ->
          throw new ConfigurationException(
              "environment",
              "expected sandbox, development, dev, production or prod, got "
                  + (name == null || name.isBlank() ? "none" : "another name")
                  + ". Correct it.");
    };
  }
}
