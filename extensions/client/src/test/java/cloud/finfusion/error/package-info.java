@NullMarked
package cloud.finfusion.error;

import org.jspecify.annotations.NullMarked;
