/**
 * One call: a pure loop that says what comes next, two drivers that do it, on the caller's thread
 * or on none, and one place where a call ends. Knows permits, retries and the cache; knows neither
 * Retrofit nor which interceptors stand below. docs/architecture.md shows the way on one page.
 */
@NullMarked
package cloud.finfusion.internal.call;

import org.jspecify.annotations.NullMarked;
