@NullMarked
package cloud.finfusion.internal.access;

import org.jspecify.annotations.NullMarked;
