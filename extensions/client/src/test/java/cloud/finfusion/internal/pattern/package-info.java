@NullMarked
package cloud.finfusion.internal.pattern;

import org.jspecify.annotations.NullMarked;
