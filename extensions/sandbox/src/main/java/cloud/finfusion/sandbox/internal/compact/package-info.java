/** Collections that hold a million of something in a small heap. */
@NullMarked
package cloud.finfusion.sandbox.internal.compact;

import org.jspecify.annotations.NullMarked;
