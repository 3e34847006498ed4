package cloud.finfusion;

import cloud.finfusion.error.ConfigurationException;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The settings that a machine gives its programs. A variable that is blank counts as not set. */
final class EnvironmentVariables {
  private final Map<String, String> env;

  EnvironmentVariables(Map<String, String> env) {
    this.env = env;
  }

  FinFusion.Builder applyTo(FinFusion.Builder builder) {
    String key = get("FINFUSION_API_KEY");
    if (key == null) {
      throw new ConfigurationException(
          "FINFUSION_API_KEY",
          "expected a key, the variable is not set. Set it, or use builder().");
    }
    builder.apiKey(key);
    String environment = get("FINFUSION_ENV");
    if (environment != null) {
      builder.environment(Environment.named(environment));
    }
    String baseUrl = get("FINFUSION_BASE_URL");
    return baseUrl == null ? builder : builder.baseUrl(uri(baseUrl));
  }

  private @Nullable String get(String name) {
    String value = env.get(name);
    return value == null || value.isBlank() ? null : value;
  }

  private static URI uri(String text) {
    try {
      return URI.create(text.strip());
    } catch (IllegalArgumentException malformed) {
      throw new ConfigurationException(
          "FINFUSION_BASE_URL", "expected a URL, got another text. Correct it or unset it.");
    }
  }
}
