/**
 * A client's metrics in Micrometer. {@link cloud.finfusion.micrometer.MicrometerReporter} adds them
 * to a registry that a program has; {@link cloud.finfusion.micrometer.PrometheusReporter} brings a
 * registry and an endpoint for Prometheus. The meters are listed in {@code FinFusionMeter}, from
 * which the table of the module's README is made.
 */
@NullMarked
package cloud.finfusion.micrometer;

import org.jspecify.annotations.NullMarked;
