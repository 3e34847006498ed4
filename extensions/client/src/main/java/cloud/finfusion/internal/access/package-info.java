/**
 * What exported classes hand to the SDK and not to users. Knows none of these classes, so that they
 * may know it.
 */
@NullMarked
package cloud.finfusion.internal.access;

import org.jspecify.annotations.NullMarked;
