/**
 * Whether and when to try again: pure decisions, the budget of retries, and the wait that a
 * response asks for.
 */
@NullMarked
package cloud.finfusion.internal.retry;

import org.jspecify.annotations.NullMarked;
