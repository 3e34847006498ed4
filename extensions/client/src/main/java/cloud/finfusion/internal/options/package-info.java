/** The checked settings of a client. */
@NullMarked
package cloud.finfusion.internal.options;

import org.jspecify.annotations.NullMarked;
