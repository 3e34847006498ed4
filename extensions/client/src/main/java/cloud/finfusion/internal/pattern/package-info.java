/** Patterns of cache keys; a package of its own, as both options and cache read them. */
@NullMarked
package cloud.finfusion.internal.pattern;

import org.jspecify.annotations.NullMarked;
