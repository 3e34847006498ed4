/**
 * The files of a specification as they are written: whether they can be read, and what the parser
 * alters.
 */
@NullMarked
package cloud.finfusion.templates.file;

import org.jspecify.annotations.NullMarked;
