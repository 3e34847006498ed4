package cloud.finfusion;

import cloud.finfusion.error.ConfigurationException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where money is real and where it is not. Both are documented by the vendor and share one host:
 * the key decides, so a key of the other environment is refused before anything is sent.
 */
public enum Environment {
  /** Simulated answers, no money. Its keys start with {@code dev_}. */
  SANDBOX("dev_", "prod_"),
  /** Real money. Its keys start with {@code prod_}. */
  PRODUCTION("prod_", "dev_");

  private final String prefix;
  private final String otherPrefix;

  Environment(String prefix, String otherPrefix) {
    this.prefix = prefix;
    this.otherPrefix = otherPrefix;
  }

  /** The environment named, in any case. */
  static Environment named(String name) {
    for (Environment each : values()) {
      if (each.name().equals(name.strip().toUpperCase(Locale.ROOT))) {
        return each;
      }
    }
    throw new ConfigurationException(
        "environment", "expected sandbox or production, got another name. Correct FINFUSION_ENV.");
  }

  /** The environment that a key's prefix names. */
  static Environment ofKey(String key) {
    for (Environment each : values()) {
      if (key.startsWith(each.prefix)) {
        return each;
      }
    }
    throw new ConfigurationException(
        "environment",
        "expected one, and the key's prefix is neither dev_ nor prod_. Call environment(…) or set FINFUSION_ENV.");
  }

  /** The environment that was set, where a credential does not name it. */
  static Environment required(@Nullable Environment set) {
    if (set == null) {
      throw new ConfigurationException(
          "environment",
          "expected one, for a token does not name it. Call environment(…) or set FINFUSION_ENV.");
    }
    return set;
  }

  /**
   * Refuses a key of the other environment; keys of other prefixes may be of either.
   *
   * @throws ConfigurationException if the key's prefix is that of the other environment
   */
  public void check(String key) {
    if (key.startsWith(otherPrefix)) {
      throw new ConfigurationException(
          "apiKey",
          "expected a key of "
              + name()
              + ", got one that starts with "
              + otherPrefix
              + ". Change the key or the environment.");
    }
  }
}
