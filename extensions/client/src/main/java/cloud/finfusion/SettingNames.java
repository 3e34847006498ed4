package cloud.finfusion;

import cloud.finfusion.error.ConfigurationException;
import java.util.Locale;

/**
 * What errors call the settings of a builder, so that an error names what its reader can change: a
 * method of the builder, or the variable or property that {@code fromEnv()} took the value from.
 *
 * @param readsEnvironment whether {@code fromEnv()} was called, so that a variable would be read
 * @param key where the key came from
 * @param environment where the environment came from
 */
record SettingNames(boolean readsEnvironment, String key, String environment) {
  static final SettingNames OF_BUILDER = new SettingNames(false, "apiKey", "environment");

  SettingNames reading() {
    return new SettingNames(true, key, environment);
  }

  SettingNames withKey(String name) {
    return new SettingNames(readsEnvironment, name, environment);
  }

  SettingNames withEnvironment(String name) {
    return new SettingNames(readsEnvironment, key, name);
  }

  boolean isKeyOfEnvironment() {
    return !key.equals(OF_BUILDER.key);
  }

  /** Returns the rest of an advice: how else than by the builder a missing setting could be set. */
  String orSet(String variable) {
    return readsEnvironment ? ", or set " + variable + " or " + property(variable) : "";
  }

  /** Returns the system property that wins over a variable. */
  static String property(String variable) {
    return variable.toLowerCase(Locale.ROOT).replace('_', '.');
  }

  ConfigurationException noKey(boolean both) {
    if (both) {
      return new ConfigurationException(
          "apiKey", "expected a key or oauth, got both. Leave one out.");
    }
    return readsEnvironment
        ? new ConfigurationException(
            "FINFUSION_API_KEY",
            "expected a key, the variable is not set. Set it, FINFUSION_API_KEY_FILE or the"
                + " property finfusion.api.key, or call apiKey(…), credential(…) or oauth(…) on"
                + " builder().fromEnv().")
        : new ConfigurationException(
            "apiKey",
            "expected a key, got none. Call apiKey(…), credential(…), oauth(…) or fromEnv().");
  }
}
