/** Lists that fetch their pages when they are needed, blocking and asynchronous. */
@NullMarked
package cloud.finfusion.internal.pagination;

import org.jspecify.annotations.NullMarked;
