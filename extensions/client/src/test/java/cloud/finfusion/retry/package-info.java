/** What is sent again and what never is: retries, keys, the circuit breaker. */
@NullMarked
package cloud.finfusion.retry;

import org.jspecify.annotations.NullMarked;
