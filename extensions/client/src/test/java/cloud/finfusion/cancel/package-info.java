/** Calls that end early: cancelled, interrupted, late, closed; and what they leave behind. */
@NullMarked
package cloud.finfusion.cancel;

import org.jspecify.annotations.NullMarked;
