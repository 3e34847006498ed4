/** Tests of the metrics in Micrometer and Prometheus. */
@NullMarked
package cloud.finfusion.micrometer;

import org.jspecify.annotations.NullMarked;
