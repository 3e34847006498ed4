/** Injected faults: when they apply, and how they break a response. */
@NullMarked
package cloud.finfusion.sandbox.internal.faults;

import org.jspecify.annotations.NullMarked;
