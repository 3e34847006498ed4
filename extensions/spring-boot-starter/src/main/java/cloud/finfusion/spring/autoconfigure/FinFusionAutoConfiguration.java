package cloud.finfusion.spring.autoconfigure;

import cloud.finfusion.FinFusion;
import cloud.finfusion.ratelimit.RateLimiter;
import cloud.finfusion.spring.FinFusionCustomizer;
import cloud.finfusion.spring.autoconfigure.ClientProperties.RateLimitProperties;
import cloud.finfusion.spring.autoconfigure.ClientProperties.WebhookProperties;
import cloud.finfusion.webhook.ReplayGuard;
import cloud.finfusion.webhook.WebhookVerifier;
import cloud.finfusion.webhook.Webhooks;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Import;

/** The clients, and what the default one needs; each unless the application has its own. */
@AutoConfiguration
@EnableConfigurationProperties({ClientProperties.class, NamedClientProperties.class})
@Import(NamedClientRegistrar.class)
class FinFusionAutoConfiguration {
  static final String PREFIX = "finfusion";

  @Bean
  ClientFactory finFusionClientFactory(
      NamedClientProperties named,
      ObjectProvider<FinFusionCustomizer> customizers,
      ObjectProvider<ReplayGuard> replayGuard) {
    return new ClientFactory(named, customizers, replayGuard);
  }

  @Bean
  @Conditional(OnSettings.RateLimit.class)
  @ConditionalOnMissingBean
  RateLimiter finFusionRateLimiter(ClientProperties properties) {
    RateLimitProperties limit = Objects.requireNonNull(properties.rateLimit());
    return SettingException.naming(PREFIX, () -> LimitSettings.limiter(limit));
  }

  @Bean
  @Conditional(OnSettings.Webhook.class)
  @ConditionalOnMissingBean
  WebhookVerifier finFusionWebhookVerifier(
      ClientProperties properties, ObjectProvider<ReplayGuard> replayGuard) {
    WebhookProperties webhook = Objects.requireNonNull(properties.webhook());
    return SettingException.naming(
        PREFIX, () -> WebhookSettings.verifier(webhook, replayGuard.getIfAvailable()));
  }

  @Bean
  @Conditional(OnSettings.DefaultClient.class)
  @ConditionalOnMissingBean
  FinFusion finFusion(
      ClientFactory factory,
      ClientProperties properties,
      ObjectProvider<RateLimiter> limiter,
      ObjectProvider<WebhookVerifier> verifier) {
    return factory.defaultClient(properties, limiter.getIfAvailable(), verifier.getIfAvailable());
  }

  @Bean
  @ConditionalOnSingleCandidate(FinFusion.class)
  @ConditionalOnMissingBean
  Webhooks finFusionWebhooks(FinFusion client) {
    return client.webhooks();
  }
}
