package cloud.finfusion.spring.health;

import cloud.finfusion.FinFusion;
import java.util.Map;
import org.springframework.boot.actuate.autoconfigure.health.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.actuate.health.CompositeHealthContributor;
import org.springframework.boot.actuate.health.HealthContributor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** The health component {@code finfusion} of Spring Boot 3.5. */
@AutoConfiguration(afterName = "cloud.finfusion.spring.autoconfigure.FinFusionAutoConfiguration")
@ConditionalOnClass(
    name = {
      "org.springframework.boot.actuate.health.HealthContributor",
      "org.springframework.boot.actuate.autoconfigure.health.ConditionalOnEnabledHealthIndicator"
    })
@ConditionalOnEnabledHealthIndicator("finfusion")
@ConditionalOnBean(FinFusion.class)
class FinFusionActuatorHealthAutoConfiguration {
  @Bean
  @ConditionalOnMissingBean(name = "finfusionHealthContributor")
  HealthContributor finfusionHealthContributor(Map<String, FinFusion> clients) {
    Map<String, LastCheck> checks = ClientChecks.of(clients);
    return checks.size() == 1
        ? new ActuatorClientHealth(checks.values().iterator().next())
        : CompositeHealthContributor.fromMap(checks, ActuatorClientHealth::new);
  }
}
