/** Executes an operation once per idempotency key, and a batch item by item. */
@NullMarked
package cloud.finfusion.sandbox.internal.execution;

import org.jspecify.annotations.NullMarked;
