/** Waiting for a state of a resource, blocking and asynchronous. */
@NullMarked
package cloud.finfusion.wait;

import org.jspecify.annotations.NullMarked;
