/** Tests of the import. */
@NullMarked
package cloud.finfusion.examples.bulk;

import org.jspecify.annotations.NullMarked;
