@NullMarked
package cloud.finfusion.sandbox.payments;

import org.jspecify.annotations.NullMarked;
