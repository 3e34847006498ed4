/** Runs the example for a moment. */
@NullMarked
package cloud.finfusion.examples.monitored;

import org.jspecify.annotations.NullMarked;
