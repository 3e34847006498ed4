/** What clients report to Micrometer and OpenTelemetry, where an application has them. */
@NullMarked
package cloud.finfusion.spring.monitoring;

import org.jspecify.annotations.NullMarked;
