package cloud.finfusion;

import cloud.finfusion.auth.Credential;
import cloud.finfusion.auth.Environment;
import cloud.finfusion.auth.KeySource;
import cloud.finfusion.error.ConfigurationException;
import cloud.finfusion.webhook.WebhookVerifier;
import cloud.finfusion.webhook.Webhooks;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The settings that a machine gives its programs. A system property, {@code finfusion.base.url},
 * wins over its variable, {@code FINFUSION_BASE_URL}; a blank value counts as not set. A value that
 * cannot work is refused by the name of the variable or property that it stands in.
 */
final class EnvironmentVariables {
  private final UnaryOperator<@Nullable String> properties;
  private final UnaryOperator<@Nullable String> variables;

  EnvironmentVariables(
      UnaryOperator<@Nullable String> properties, UnaryOperator<@Nullable String> variables) {
    this.properties = properties;
    this.variables = variables;
  }

  static EnvironmentVariables ofThisProcess() {
    return new EnvironmentVariables(System::getProperty, System::getenv);
  }

  /**
   * A setting that was found.
   *
   * @param name the variable or property that it stands in
   * @param value what it says
   */
  record Found<T>(String name, T value) {}

  @Nullable Found<Credential> key() {
    Found<Credential> key = find("FINFUSION_API_KEY", Credential::apiKey);
    return key == null
        ? find("FINFUSION_API_KEY_FILE", file -> Credential.apiKey(KeySource.file(path(file))))
        : key;
  }

  @Nullable Found<Environment> environment() {
    return find("FINFUSION_ENV", Environment::of);
  }

  @Nullable Found<WebhookVerifier> webhooks() {
    return find("FINFUSION_WEBHOOK_SECRET", Webhooks::verifier);
  }

  @Nullable Found<URI> baseUrl() {
    return find("FINFUSION_BASE_URL", EnvironmentVariables::uri);
  }

  private <T> @Nullable Found<T> find(String variable, Function<String, T> reader) {
    String property = SettingNames.property(variable);
    String text = unlessBlank(properties.apply(property));
    String name = text == null ? variable : property;
    String found = text == null ? unlessBlank(variables.apply(variable)) : text;
    return found == null ? null : new Found<>(name, read(name, found, reader));
  }

  /** The same error is known by the name of the builder's method; its message holds no value. */
  private static <T> T read(String name, String text, Function<String, T> reader) {
    try {
      return reader.apply(text);
    } catch (ConfigurationException wrong) {
      String message = String.valueOf(wrong.getMessage());
      throw new ConfigurationException(name, message.substring(message.indexOf(": ") + 2), wrong);
    }
  }

  private static @Nullable String unlessBlank(@Nullable String value) {
    return value == null || value.isBlank() ? null : value;
  }

  private static Path path(String file) {
    try {
      return Path.of(file);
    } catch (InvalidPathException unusable) { // its message quotes the text
      throw new ConfigurationException(
          "file", "expected a file's path, got another text. Correct it.");
    }
  }

  private static URI uri(String text) {
    URI url;
    try {
      url = URI.create(text.strip());
    } catch (IllegalArgumentException malformed) {
      throw new ConfigurationException(
          "baseUrl", "expected a URL, got another text. Correct it or unset it.");
    }
    var unused = BaseUrl.checked(url);
    return url;
  }
}
