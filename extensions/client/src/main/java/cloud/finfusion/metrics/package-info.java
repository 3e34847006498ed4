/** Listeners and the events of calls and attempts. Imports the error package only, for outcomes. */
@NullMarked
package cloud.finfusion.metrics;

import org.jspecify.annotations.NullMarked;
