package cloud.finfusion;

import cloud.finfusion.auth.Credential;
import cloud.finfusion.auth.KeySource;
import cloud.finfusion.error.ConfigurationException;
import cloud.finfusion.internal.auth.EnvironmentRules;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The settings that a machine gives its programs. A system property, {@code finfusion.base.url},
 * wins over its variable, {@code FINFUSION_BASE_URL}; a blank value counts as not set.
 */
final class EnvironmentVariables {
  private final UnaryOperator<@Nullable String> properties;
  private final UnaryOperator<@Nullable String> variables;

  EnvironmentVariables(
      UnaryOperator<@Nullable String> properties, UnaryOperator<@Nullable String> variables) {
    this.properties = properties;
    this.variables = variables;
  }

  FinFusion.Builder applyTo(FinFusion.Builder builder) {
    builder.credential(credential());
    String environment = get("FINFUSION_ENV");
    if (environment != null) {
      builder.environment(EnvironmentRules.named(environment));
    }
    String webhookSecret = get("FINFUSION_WEBHOOK_SECRET");
    if (webhookSecret != null) {
      builder.webhookSecrets(webhookSecret);
    }
    String baseUrl = get("FINFUSION_BASE_URL");
    return baseUrl == null ? builder : builder.baseUrl(uri(baseUrl));
  }

  private Credential credential() {
    String key = get("FINFUSION_API_KEY");
    if (key != null) {
      return Credential.apiKey(key);
    }
    String file = get("FINFUSION_API_KEY_FILE");
    if (file != null) {
      return Credential.apiKey(KeySource.file(path(file)));
    }
    throw new ConfigurationException(
        "FINFUSION_API_KEY", "expected a key, the variable is not set. Set it, or use builder().");
  }

  private static Path path(String file) {
    try {
      return Path.of(file);
    } catch (InvalidPathException unusable) { // its message quotes the text
      throw new ConfigurationException(
          "FINFUSION_API_KEY_FILE", "expected a file's path, got another text. Correct it.");
    }
  }

  private @Nullable String get(String variable) {
    String property = variable.toLowerCase(Locale.ROOT).replace('_', '.');
    String value = unlessBlank(properties.apply(property));
    return value == null ? unlessBlank(variables.apply(variable)) : value;
  }

  private static @Nullable String unlessBlank(@Nullable String value) {
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
