@NullMarked
package cloud.finfusion.internal.call;

import org.jspecify.annotations.NullMarked;
