/** The steps around the generator, with a folder and files in place of one. */
@NullMarked
package cloud.finfusion.build;

import org.jspecify.annotations.NullMarked;
