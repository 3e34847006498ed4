@NullMarked
package cloud.finfusion.internal.permit;

import org.jspecify.annotations.NullMarked;
