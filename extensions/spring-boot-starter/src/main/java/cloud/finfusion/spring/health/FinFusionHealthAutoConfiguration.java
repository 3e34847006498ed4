package cloud.finfusion.spring.health;

import cloud.finfusion.FinFusion;
import java.util.Map;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.context.annotation.Bean;

/** The health component {@code finfusion} of Spring Boot 4. */
@AutoConfiguration(afterName = "cloud.finfusion.spring.autoconfigure.FinFusionAutoConfiguration")
@ConditionalOnClass(
    name = {
      "org.springframework.boot.health.contributor.HealthContributor",
      "org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator"
    })
@ConditionalOnEnabledHealthIndicator("finfusion")
@ConditionalOnBean(FinFusion.class)
class FinFusionHealthAutoConfiguration {
  @Bean
  @ConditionalOnMissingBean(name = "finfusionHealthContributor")
  HealthContributor finfusionHealthContributor(Map<String, FinFusion> clients) {
    Map<String, LastCheck> checks = ClientChecks.of(clients);
    return checks.size() == 1
        ? new ClientHealth(checks.values().iterator().next())
        : CompositeHealthContributor.fromMap(checks, ClientHealth::new);
  }
}
