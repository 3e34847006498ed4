@NullMarked
package cloud.finfusion.internal.log;

import org.jspecify.annotations.NullMarked;
