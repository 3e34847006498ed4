/** Facades, pages and raw interfaces, as users call them. */
@NullMarked
package cloud.finfusion.resource;

import org.jspecify.annotations.NullMarked;
