/** Connects a client with the reporters of its metrics. */
@NullMarked
package cloud.finfusion.internal.metrics;

import org.jspecify.annotations.NullMarked;
