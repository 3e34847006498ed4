@NullMarked
package cloud.finfusion.sandbox.program;

import org.jspecify.annotations.NullMarked;
