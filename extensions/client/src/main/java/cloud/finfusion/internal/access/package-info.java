/**
 * What exported classes hand to the SDK but not to users. The package imports none of these
 * classes, so that they may import it.
 */
@NullMarked
package cloud.finfusion.internal.access;

import org.jspecify.annotations.NullMarked;
