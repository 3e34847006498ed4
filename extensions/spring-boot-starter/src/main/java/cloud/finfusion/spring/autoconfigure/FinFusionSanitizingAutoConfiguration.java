package cloud.finfusion.spring.autoconfigure;

import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/** Keeps secrets out of the actuator's {@code env} and {@code configprops}. */
@AutoConfiguration
@ConditionalOnClass(SanitizingFunction.class)
class FinFusionSanitizingAutoConfiguration {
  @Bean
  SanitizingFunction finFusionSanitizingFunction() {
    return FinFusionSanitizingAutoConfiguration::sanitized;
  }

  private static SanitizableData sanitized(SanitizableData data) {
    return SecretProperties.isName(data.getKey()) || SecretProperties.isSecret(data.getValue())
        ? data.withSanitizedValue()
        : data;
  }
}
