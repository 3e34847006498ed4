/** The newest of what happened, how often it happened, and what people may see of it. */
@NullMarked
package cloud.finfusion.sandbox.internal.history;

import org.jspecify.annotations.NullMarked;
