package cloud.finfusion.spring.autoconfigure;

import cloud.finfusion.spring.autoconfigure.ClientProperties.RateLimitProperties;
import cloud.finfusion.spring.autoconfigure.ClientProperties.WebhookProperties;
import org.springframework.boot.context.properties.bind.BindResult;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** Conditions on what the properties describe, however they are written. */
abstract class OnSettings implements Condition {
  abstract boolean matches(Environment environment);

  @Override
  public final boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
    return matches(context.getEnvironment());
  }

  private static <T> BindResult<T> bound(Environment environment, String property, Bindable<T> as) {
    return Binder.get(environment).bind(FinFusionAutoConfiguration.PREFIX + "." + property, as);
  }

  /** The default client is made, unless there are named ones and nothing to sign it with. */
  static final class DefaultClient extends OnSettings {
    @Override
    boolean matches(Environment environment) {
      return isSet(environment, "api-key")
          || isSet(environment, "api-key-file")
          || isSet(environment, "oauth.client-id")
          || NamedClientProperties.of(environment).clients().isEmpty();
    }

    private static boolean isSet(Environment environment, String property) {
      return StringUtils.hasText(
          bound(environment, property, Bindable.of(String.class)).orElse(""));
    }
  }

  /** The default client has a limiter. */
  static final class RateLimit extends OnSettings {
    @Override
    boolean matches(Environment environment) {
      return bound(environment, "rate-limit", Bindable.of(RateLimitProperties.class)).isBound();
    }
  }

  /** The default client verifies webhooks. */
  static final class Webhook extends OnSettings {
    @Override
    boolean matches(Environment environment) {
      return bound(environment, "webhook", Bindable.of(WebhookProperties.class))
          .map(WebhookProperties::hasSecret)
          .orElse(false);
    }
  }
}
