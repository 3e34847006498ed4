/**
 * Watching calls and attempts. Imports the error package only, for what is known of a call's
 * effect.
 */
@NullMarked
package cloud.finfusion.metrics;

import org.jspecify.annotations.NullMarked;
