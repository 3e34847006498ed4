package cloud.finfusion.spring.autoconfigure;

import static cloud.finfusion.spring.autoconfigure.ClientSettings.set;

import cloud.finfusion.spring.autoconfigure.ClientProperties.WebhookProperties;
import cloud.finfusion.webhook.ReplayGuard;
import cloud.finfusion.webhook.WebhookVerifier;
import cloud.finfusion.webhook.WebhookVerifierBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/** Makes the verifier that the properties of a client describe. */
final class WebhookSettings {
  private WebhookSettings() {}

  static WebhookVerifier verifier(WebhookProperties properties, @Nullable ReplayGuard guard) {
    WebhookVerifierBuilder options = WebhookVerifier.builder();
    set(properties.secret(), secrets -> options.secrets(resolved(secrets)));
    set(properties.tolerance(), options::tolerance);
    set(properties.maxBodySize(), size -> options.maxBodyBytes(bytes(size)));
    set(guard, options::replayGuard);
    return options.build();
  }

  private static String[] resolved(List<String> secrets) {
    return secrets.stream()
        .map(secret -> Placeholders.resolved("webhookSecrets", secret))
        .toArray(String[]::new);
  }

  /** More than an int holds is as much as one holds: the builder knows the bounds. */
  private static int bytes(DataSize size) {
    return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, size.toBytes()));
  }
}
