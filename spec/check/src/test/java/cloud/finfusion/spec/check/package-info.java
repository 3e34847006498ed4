/** Small specifications, each with one change, and what the check says of it. */
@NullMarked
package cloud.finfusion.spec.check;

import org.jspecify.annotations.NullMarked;
