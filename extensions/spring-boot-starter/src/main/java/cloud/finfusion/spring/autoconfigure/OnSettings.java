package cloud.finfusion.spring.autoconfigure;

import cloud.finfusion.spring.autoconfigure.ClientProperties.RateLimitProperties;
import cloud.finfusion.spring.autoconfigure.ClientProperties.WebhookProperties;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.springframework.boot.context.properties.bind.BindResult;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.ResolvableType;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

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

  /**
   * The default client is made, unless there are named ones and no setting of it. One that has
   * settings but lost its key does not start: a named client, of another account, would be injected
   * in its place.
   */
  static final class DefaultClient extends OnSettings {
    @Override
    boolean matches(Environment environment) {
      return NamedClientProperties.of(environment).clients().isEmpty()
          || Arrays.stream(ClientProperties.class.getRecordComponents())
              .filter(setting -> !setting.getName().equals("webhook")) // verified by its own bean
              .anyMatch(setting -> isThere(environment, setting));
    }

    private static boolean isThere(Environment environment, RecordComponent setting) {
      return bound(
              environment,
              SettingNames.dashed(setting.getName()),
              Bindable.of(ResolvableType.forType(setting.getGenericType())))
          .isBound();
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
