/** Headers, query parameters and body fields that one call adds to its request. */
@NullMarked
package cloud.finfusion.addition;

import org.jspecify.annotations.NullMarked;
