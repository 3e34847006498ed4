/** A user's program, run on class paths that users have; imports the SDK only. */
@NullMarked
package cloud.finfusion.verification.consumers.program;

import org.jspecify.annotations.NullMarked;
