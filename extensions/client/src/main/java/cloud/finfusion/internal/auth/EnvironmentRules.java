package cloud.finfusion.internal.auth;

import cloud.finfusion.auth.Environment;
import cloud.finfusion.error.ConfigurationException;
import org.jspecify.annotations.Nullable;

/** Which keys belong to which environment (documented by the vendor). Pure. */
public final class EnvironmentRules {
  private static final String SETTING = "environment";

  private EnvironmentRules() {}

  /**
   * Returns the environment that the key's prefix names.
   *
   * @param orSet how else the environment could be set, for the error
   */
  public static Environment ofKey(String key, String orSet) {
    for (Environment each : Environment.values()) {
      if (key.startsWith(prefix(each))) {
        return each;
      }
    }
    throw new ConfigurationException(
        SETTING,
        "expected one, and the key's prefix is neither dev_ nor prod_. Call environment(…)"
            + orSet
            + ".");
  }

  /**
   * Returns the environment that was set, for a credential that does not name one.
   *
   * @param orSet how else the environment could be set, for the error
   */
  public static Environment required(@Nullable Environment set, String orSet) {
    if (set == null) {
      throw new ConfigurationException(
          SETTING,
          "expected an environment: only an API key implies one. Call environment(…)"
              + orSet
              + ".");
    }
    return set;
  }

  /**
   * Refuses a key of the other environment. Keys of other prefixes are accepted for both.
   *
   * @throws ConfigurationException if the key's prefix is that of the other environment
   */
  public static void check(Environment environment, String key) {
    check(environment, key, "apiKey", SETTING);
  }

  /**
   * Refuses a key of the other environment.
   *
   * @param keyFrom the setting that the key came from
   * @param environmentFrom the setting that the environment came from
   */
  public static void check(
      Environment environment, String key, String keyFrom, String environmentFrom) {
    String other =
        prefix(environment == Environment.SANDBOX ? Environment.PRODUCTION : Environment.SANDBOX);
    if (key.startsWith(other)) {
      throw new ConfigurationException(
          keyFrom,
          "expected a key of "
              + environment.name()
              + ", got one that starts with "
              + other
              + ". Change the key or "
              + (environmentFrom.equals(SETTING) ? "the environment." : environmentFrom + "."));
    }
  }

  private static String prefix(Environment environment) {
    return environment == Environment.SANDBOX ? "dev_" : "prod_";
  }
}
