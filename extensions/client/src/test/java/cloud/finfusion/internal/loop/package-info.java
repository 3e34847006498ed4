@NullMarked
package cloud.finfusion.internal.loop;

import org.jspecify.annotations.NullMarked;
