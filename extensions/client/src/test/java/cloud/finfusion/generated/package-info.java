/**
 * What every generated model and its runtime keep, tried with random documents made from the
 * specification. The tests stand here because no source of {@code generated/} is written by hand,
 * and in a package of their own because a module may not share one.
 */
@NullMarked
package cloud.finfusion.generated;

import org.jspecify.annotations.NullMarked;
