/** Tests of the cache by itself, on a clock of their own. */
@NullMarked
package cloud.finfusion.cache;

import org.jspecify.annotations.NullMarked;
