/**
 * Whether and when to try again: options, and decisions without a loop, a clock or a wait. Imports
 * the generated runtime only; no outside library.
 */
@NullMarked
package cloud.finfusion.retry;

import org.jspecify.annotations.NullMarked;
