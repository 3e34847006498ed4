/** The generator as a whole: what it writes from a specification, and what it refuses. */
@NullMarked
package cloud.finfusion.templates;

import org.jspecify.annotations.NullMarked;
