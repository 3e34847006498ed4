/**
 * One call: two drivers that do what the loop says, on the caller's thread or on none, the attempts
 * they make, and one place where a call ends. Knows permits, retries and the cache; knows neither
 * Retrofit nor which interceptors stand below. docs/architecture.md shows the way on one page.
 */
@NullMarked
package cloud.finfusion.internal.call;

import org.jspecify.annotations.NullMarked;
