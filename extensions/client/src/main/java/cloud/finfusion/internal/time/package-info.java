/** The clock, the waits and the timer, behind one interface that tests implement. */
@NullMarked
package cloud.finfusion.internal.time;

import org.jspecify.annotations.NullMarked;
