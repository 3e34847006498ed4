package cloud.finfusion.spring.monitoring;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What clients report to Micrometer.
 *
 * @param enabled Whether clients report to the application's MeterRegistry.
 * @param detailed Whether attempts by status, errors by code and retries by reason are counted
 *     apart.
 */
@ConfigurationProperties("finfusion.metrics")
record MetricsProperties(
    @DefaultValue("true") boolean enabled, @DefaultValue("false") boolean detailed) {}
