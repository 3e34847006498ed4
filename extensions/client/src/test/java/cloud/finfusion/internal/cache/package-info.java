@NullMarked
package cloud.finfusion.internal.cache;

import org.jspecify.annotations.NullMarked;
