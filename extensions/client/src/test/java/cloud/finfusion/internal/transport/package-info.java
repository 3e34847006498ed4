@NullMarked
package cloud.finfusion.internal.transport;

import org.jspecify.annotations.NullMarked;
