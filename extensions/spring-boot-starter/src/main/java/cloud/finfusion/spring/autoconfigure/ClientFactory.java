package cloud.finfusion.spring.autoconfigure;

import static cloud.finfusion.spring.autoconfigure.ClientSettings.set;

import cloud.finfusion.FinFusion;
import cloud.finfusion.ratelimit.RateLimiter;
import cloud.finfusion.spring.FinFusionCustomizer;
import cloud.finfusion.spring.autoconfigure.ClientProperties.RateLimitProperties;
import cloud.finfusion.spring.autoconfigure.ClientProperties.WebhookProperties;
import cloud.finfusion.webhook.ReplayGuard;
import cloud.finfusion.webhook.WebhookVerifier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** Builds clients: the properties first, then the customizers in their order. */
final class ClientFactory {
  private final NamedClientProperties named;
  private final ObjectProvider<FinFusionCustomizer> customizers;
  private final ObjectProvider<ReplayGuard> replayGuard;

  ClientFactory(
      NamedClientProperties named,
      ObjectProvider<FinFusionCustomizer> customizers,
      ObjectProvider<ReplayGuard> replayGuard) {
    this.named = named;
    this.customizers = customizers;
    this.replayGuard = replayGuard;
  }

  /** Builds the default client, with the limiter and the verifier that are beans. */
  FinFusion defaultClient(
      ClientProperties properties,
      @Nullable RateLimiter limiter,
      @Nullable WebhookVerifier verifier) {
    return SettingException.naming(
        FinFusionAutoConfiguration.PREFIX,
        () -> build(FinFusionCustomizer.DEFAULT_CLIENT, properties, limiter, verifier));
  }

  FinFusion namedClient(String name) {
    ClientProperties properties = named.clients().get(name);
    if (properties == null) {
      throw new IllegalStateException("the client " + name + " has lost its properties");
    }
    RateLimitProperties limit = properties.rateLimit();
    WebhookProperties webhook = properties.webhook();
    return SettingException.naming(
        NamedClientProperties.prefix(name),
        () ->
            build(
                name,
                properties,
                limit == null ? null : LimitSettings.limiter(limit),
                webhook != null && webhook.hasSecret()
                    ? WebhookSettings.verifier(webhook, replayGuard.getIfAvailable())
                    : null));
  }

  private FinFusion build(
      String name,
      ClientProperties properties,
      @Nullable RateLimiter limiter,
      @Nullable WebhookVerifier verifier) {
    FinFusion.Builder builder = FinFusion.builder();
    new ClientSettings(properties).applyTo(builder);
    set(limiter, builder::rateLimiter);
    set(verifier, builder::webhookVerifier);
    customizers.orderedStream().forEach(each -> each.customize(name, builder));
    return builder.build();
  }
}
