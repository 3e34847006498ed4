package cloud.finfusion.spring.monitoring;

import cloud.finfusion.opentelemetry.TracingListener;
import cloud.finfusion.spring.FinFusionCustomizer;
import io.opentelemetry.api.OpenTelemetry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Makes a span of each call and each attempt, in the application's OpenTelemetry. */
@AutoConfiguration(
    afterName = {
      "org.springframework.boot.actuate.autoconfigure.opentelemetry.OpenTelemetryAutoConfiguration",
      "org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration",
      "io.opentelemetry.instrumentation.spring.autoconfigure.OpenTelemetryAutoConfiguration"
    })
@ConditionalOnClass({OpenTelemetry.class, TracingListener.class})
@ConditionalOnSingleCandidate(OpenTelemetry.class)
@ConditionalOnProperty(name = "finfusion.tracing.enabled", matchIfMissing = true)
@EnableConfigurationProperties(TracingProperties.class)
class FinFusionTracingAutoConfiguration {
  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE)
  FinFusionCustomizer finFusionTracing(OpenTelemetry telemetry) {
    TracingListener listener = TracingListener.of(telemetry);
    return (client, builder) -> builder.listener(listener);
  }
}
