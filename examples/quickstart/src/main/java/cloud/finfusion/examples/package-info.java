/** A tour of the SDK; imports it as a user's program would, and the sandbox. */
@NullMarked
package cloud.finfusion.examples;

import org.jspecify.annotations.NullMarked;
