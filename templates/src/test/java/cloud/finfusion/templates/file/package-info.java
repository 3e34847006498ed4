/** The files of a specification as they are written. */
@NullMarked
package cloud.finfusion.templates.file;

import org.jspecify.annotations.NullMarked;
