/** Two instances and their Redis; imports the SDK as a user's program would, and the sandbox. */
@NullMarked
package cloud.finfusion.examples.instances;

import org.jspecify.annotations.NullMarked;
