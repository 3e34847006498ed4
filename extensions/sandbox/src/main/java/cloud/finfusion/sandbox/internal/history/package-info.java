/** The newest of what happened, and how often it happened. */
@NullMarked
package cloud.finfusion.sandbox.internal.history;

import org.jspecify.annotations.NullMarked;
