/**
 * Patterns of cache keys, in a package of their own since both the options and the cache use them.
 */
@NullMarked
package cloud.finfusion.internal.pattern;

import org.jspecify.annotations.NullMarked;
