/** Which credentials sign an operation, and where they stand in its requests. */
@NullMarked
package cloud.finfusion.internal.credential;

import org.jspecify.annotations.NullMarked;
