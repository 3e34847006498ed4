@NullMarked
package cloud.finfusion.internal.pagination;

import org.jspecify.annotations.NullMarked;
