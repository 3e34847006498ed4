@NullMarked
package cloud.finfusion.sandbox;

import org.jspecify.annotations.NullMarked;
