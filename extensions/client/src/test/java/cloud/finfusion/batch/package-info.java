/** Many items in few requests: theme L of the fault catalogue. */
@NullMarked
package cloud.finfusion.batch;

import org.jspecify.annotations.NullMarked;
