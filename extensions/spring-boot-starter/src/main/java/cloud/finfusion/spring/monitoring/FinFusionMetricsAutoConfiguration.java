package cloud.finfusion.spring.monitoring;

import cloud.finfusion.metrics.Metrics;
import cloud.finfusion.micrometer.MicrometerReporter;
import cloud.finfusion.spring.FinFusionCustomizer;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Counts what each client does, by its name, in the application's registry. */
@AutoConfiguration(
    afterName = {
      "org.springframework.boot.actuate.autoconfigure.metrics.CompositeMeterRegistryAutoConfiguration",
      "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration"
    })
@ConditionalOnClass({MeterRegistry.class, MicrometerReporter.class})
@ConditionalOnSingleCandidate(MeterRegistry.class)
@ConditionalOnProperty(name = "finfusion.metrics.enabled", matchIfMissing = true)
@EnableConfigurationProperties(MetricsProperties.class)
class FinFusionMetricsAutoConfiguration {
  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE)
  FinFusionCustomizer finFusionMetrics(MeterRegistry registry, MetricsProperties properties) {
    MicrometerReporter reporter = MicrometerReporter.of(registry);
    return (client, builder) ->
        builder.metrics(
            Metrics.builder()
                .client(client)
                .detailed(properties.detailed())
                .reporter(reporter)
                .build());
  }
}
