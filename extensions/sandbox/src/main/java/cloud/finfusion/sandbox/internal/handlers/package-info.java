/** What operations do: by the shape of their method and path, or by a handler of their own. */
@NullMarked
package cloud.finfusion.sandbox.internal.handlers;

import org.jspecify.annotations.NullMarked;
