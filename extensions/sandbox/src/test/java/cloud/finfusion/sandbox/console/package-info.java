@NullMarked
package cloud.finfusion.sandbox.console;

import org.jspecify.annotations.NullMarked;
