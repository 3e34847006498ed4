/** Runs the example. */
@NullMarked
package cloud.finfusion.examples.instances;

import org.jspecify.annotations.NullMarked;
