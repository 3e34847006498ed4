/** Tests of the search itself. */
@NullMarked
package cloud.finfusion.canary;

import org.jspecify.annotations.NullMarked;
