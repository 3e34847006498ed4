@NullMarked
package cloud.finfusion.sandbox.faults;

import org.jspecify.annotations.NullMarked;
