/** Small specifications, each with one change, and what the check says of it. */
@NullMarked
package cloud.finfusion.verification.specdiff;

import org.jspecify.annotations.NullMarked;
