/** A specification as it was read, before upstream makes its own model of it. */
@NullMarked
package cloud.finfusion.templates.spec;

import org.jspecify.annotations.NullMarked;
