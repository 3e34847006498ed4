/** The operations that move money, and the log that they write to. */
@NullMarked
package cloud.finfusion.sandbox.internal.money;

import org.jspecify.annotations.NullMarked;
