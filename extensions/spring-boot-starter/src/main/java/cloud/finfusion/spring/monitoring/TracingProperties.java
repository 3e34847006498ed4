package cloud.finfusion.spring.monitoring;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What clients report to OpenTelemetry.
 *
 * @param enabled Whether calls are spans of the application's OpenTelemetry.
 */
@ConfigurationProperties("finfusion.tracing")
record TracingProperties(@DefaultValue("true") boolean enabled) {}
