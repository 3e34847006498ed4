/** A client that is monitored; imports the SDK as a user's program would, and the sandbox. */
@NullMarked
package cloud.finfusion.examples.monitored;

import org.jspecify.annotations.NullMarked;
