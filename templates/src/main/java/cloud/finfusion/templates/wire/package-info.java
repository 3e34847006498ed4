/**
 * What the wire tests expect of each operation, by the specification alone: none of it is asked of
 * what makes the interfaces and facades, so that a fault there is seen.
 */
@NullMarked
package cloud.finfusion.templates.wire;

import org.jspecify.annotations.NullMarked;
