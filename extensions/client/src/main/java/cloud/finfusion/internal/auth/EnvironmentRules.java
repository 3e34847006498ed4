package cloud.finfusion.internal.auth;

import cloud.finfusion.auth.Environment;
import cloud.finfusion.error.ConfigurationException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which keys belong to which environment (documented by the vendor). Pure. */
public final class EnvironmentRules {
  private EnvironmentRules() {}

  /** Returns the environment of that name, upper or lower case. */
  public static Environment named(String name) {
    for (Environment each : Environment.values()) {
      if (each.name().equals(name.strip().toUpperCase(Locale.ROOT))) {
        return each;
      }
    }
    throw new ConfigurationException(
        "environment", "expected sandbox or production, got another name. Correct it.");
  }

  /** Returns the environment that the key's prefix names. */
  public static Environment ofKey(String key) {
    for (Environment each : Environment.values()) {
      if (key.startsWith(prefix(each))) {
        return each;
      }
    }
    throw new ConfigurationException(
        "environment",
        "expected one, and the key's prefix is neither dev_ nor prod_. Call environment(…), or set the variable that fromEnv() reads.");
  }

  /** Returns the environment that was set, for a credential that does not name one. */
  public static Environment required(@Nullable Environment set) {
    if (set == null) {
      throw new ConfigurationException(
          "environment",
          "expected an environment: an OAuth token does not imply one. Call environment(…).");
    }
    return set;
  }

  /**
   * Refuses a key of the other environment. Keys of other prefixes are accepted for both.
   *
   * @throws ConfigurationException if the key's prefix is that of the other environment
   */
  public static void check(Environment environment, String key) {
    String other =
        prefix(environment == Environment.SANDBOX ? Environment.PRODUCTION : Environment.SANDBOX);
    if (key.startsWith(other)) {
      throw new ConfigurationException(
          "apiKey",
          "expected a key of "
              + environment.name()
              + ", got one that starts with "
              + other
              + ". Change the key or the environment.");
    }
  }

  private static String prefix(Environment environment) {
    return environment == Environment.SANDBOX ? "dev_" : "prod_";
  }
}
