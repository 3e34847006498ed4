/** Lists that fetch their pages when they are needed, blocking, asynchronous and reactive. */
@NullMarked
package cloud.finfusion.internal.pagination;

import org.jspecify.annotations.NullMarked;
