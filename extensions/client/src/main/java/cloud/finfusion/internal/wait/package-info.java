/**
 * Reads a resource again and again until it is in a state, without holding a thread between the
 * reads. Failsafe decides on the delays; the client's clock and timer keep them.
 */
@NullMarked
package cloud.finfusion.internal.wait;

import org.jspecify.annotations.NullMarked;
