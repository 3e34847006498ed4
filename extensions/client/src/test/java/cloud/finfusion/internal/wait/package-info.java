/** Races of one wait, without threads. */
@NullMarked
package cloud.finfusion.internal.wait;

import org.jspecify.annotations.NullMarked;
