@NullMarked
package cloud.finfusion.sandbox.testing;

import org.jspecify.annotations.NullMarked;
