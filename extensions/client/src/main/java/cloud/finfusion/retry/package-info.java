/**
 * Whether and when to try again, as options. Imports the generated runtime only; no outside
 * library.
 */
@NullMarked
package cloud.finfusion.retry;

import org.jspecify.annotations.NullMarked;
