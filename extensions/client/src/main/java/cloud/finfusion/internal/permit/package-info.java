/**
 * The sources of permits, which a call asks one after the other: token, rate, concurrency, circuit.
 * In this order no slot is held while a call waits for its plan, and the circuit decides last.
 */
@NullMarked
package cloud.finfusion.internal.permit;

import org.jspecify.annotations.NullMarked;
