@NullMarked
package cloud.finfusion.internal.libraries;

import org.jspecify.annotations.NullMarked;
