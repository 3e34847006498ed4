@NullMarked
package cloud.finfusion.pagination;

import org.jspecify.annotations.NullMarked;
