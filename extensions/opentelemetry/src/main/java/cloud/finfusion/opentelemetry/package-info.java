/**
 * Traces of calls. Imports the metrics package, whose events they are made of, and OpenTelemetry.
 */
@NullMarked
package cloud.finfusion.opentelemetry;

import org.jspecify.annotations.NullMarked;
