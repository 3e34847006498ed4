/** Tests of traces, against real servers and OpenTelemetry's SDK. */
@NullMarked
package cloud.finfusion.opentelemetry;

import org.jspecify.annotations.NullMarked;
