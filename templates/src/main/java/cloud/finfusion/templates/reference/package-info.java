/**
 * What the reference says of each operation: signatures, parameters, a program, errors and
 * behaviour, all of it from the specification.
 */
@NullMarked
package cloud.finfusion.templates.reference;

import org.jspecify.annotations.NullMarked;
