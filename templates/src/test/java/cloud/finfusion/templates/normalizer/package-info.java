/** Tests of the normalizer without a generation. */
@NullMarked
package cloud.finfusion.templates.normalizer;

import org.jspecify.annotations.NullMarked;
