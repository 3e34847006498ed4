/**
 * One call: two drivers that take the steps of the loop, blocking and asynchronous, attempts and
 * their errors. Imports the loop, permits, retries and the cache, and knows neither Retrofit nor
 * the interceptors below. docs/architecture.md describes it on one page.
 */
@NullMarked
package cloud.finfusion.internal.call;

import org.jspecify.annotations.NullMarked;
