@NullMarked
package cloud.finfusion.internal.retry;

import org.jspecify.annotations.NullMarked;
