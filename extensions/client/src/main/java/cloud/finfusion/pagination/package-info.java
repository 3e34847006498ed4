/** Many pages as one lazy sequence. Imports nothing; {@code spi.Paging} makes them. */
@NullMarked
package cloud.finfusion.pagination;

import org.jspecify.annotations.NullMarked;
