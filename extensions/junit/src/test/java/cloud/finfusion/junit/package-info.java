/** Tests of the annotation and the assertions. */
@NullMarked
package cloud.finfusion.junit;

import org.jspecify.annotations.NullMarked;
