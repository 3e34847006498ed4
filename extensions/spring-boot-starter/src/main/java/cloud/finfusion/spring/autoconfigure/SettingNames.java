package cloud.finfusion.spring.autoconfigure;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which property an option of the SDK is set by. */
final class SettingNames {
  /** Those that are not named alike. */
  private static final Map<String, String> PROPERTIES =
      Map.ofEntries(
          Map.entry("credential", "api-key"),
          Map.entry("environment", "env"),
          Map.entry("maxResponseBytes", "max-response-size"),
          Map.entry("webhook secret", "webhook.secret"),
          Map.entry("webhook secrets", "webhook.secret"),
          Map.entry("webhookSecrets", "webhook.secret"),
          Map.entry("tolerance", "webhook.tolerance"),
          Map.entry("maxBodyBytes", "webhook.max-body-size"),
          Map.entry("ttl", "cache.ttl"),
          Map.entry("maxSize", "cache.max-size"),
          Map.entry("invalidateOn", "cache.invalidate-on"));

  /** What the SDK's options of one feature are called, and the properties of that feature. */
  private static final Map<String, String> FEATURES =
      Map.of(
          "OAuthOptions", "oauth",
          "RetryOptions", "retry",
          "CircuitBreakerOptions", "circuit-breaker",
          "RateLimiter", "rate-limit");

  private SettingNames() {}

  /** Returns the property of the setting that a message of the SDK names. */
  static String property(String prefix, String setting) {
    if (setting.equals("Metrics.client")) { // the name of the client is no value of a property
      return prefix;
    }
    String known = PROPERTIES.get(setting);
    return prefix + "." + (known == null ? ofFeature(setting) : known);
  }

  private static String ofFeature(String setting) {
    int dot = setting.indexOf('.');
    @Nullable String feature = dot < 0 ? null : FEATURES.get(setting.substring(0, dot));
    return feature == null ? dashed(setting) : feature + "." + dashed(setting.substring(dot + 1));
  }

  static String dashed(String camelCase) {
    return camelCase.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }
}
