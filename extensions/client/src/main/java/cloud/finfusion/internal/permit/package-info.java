/**
 * The right of one attempt to start, one source after the other: token, rate, concurrency, circuit.
 * In this order no slot is held while a call waits for its plan, and the circuit is looked at last.
 */
@NullMarked
package cloud.finfusion.internal.permit;

import org.jspecify.annotations.NullMarked;
