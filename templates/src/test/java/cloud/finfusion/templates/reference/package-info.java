/** Tests of what is made of a specification's examples. */
@NullMarked
package cloud.finfusion.templates.reference;

import org.jspecify.annotations.NullMarked;
