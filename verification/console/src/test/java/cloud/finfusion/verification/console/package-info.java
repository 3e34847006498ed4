@NullMarked
package cloud.finfusion.verification.console;

import org.jspecify.annotations.NullMarked;
