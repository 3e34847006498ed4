/**
 * What comes next in a call, as a pure state machine: no thread, no clock, no lock. Whoever drives
 * it, {@code internal.call}, does what a step asks for and reports what happened.
 */
@NullMarked
package cloud.finfusion.internal.loop;

import org.jspecify.annotations.NullMarked;
