/**
 * What stock OpenAPI Generator and our templates make of the same specification, side by side.
 *
 * <p>Every figure is observed: both outputs are formatted, counted, compiled on the class path that
 * their own poms resolve to, and fed the same documents. Each runs in a class loader of its own,
 * for they want different versions of the same libraries.
 */
@NullMarked
package cloud.finfusion.verification.generators;

import org.jspecify.annotations.NullMarked;
