/** What becomes due on the sandbox's clock. */
@NullMarked
package cloud.finfusion.sandbox.internal.time;

import org.jspecify.annotations.NullMarked;
