/** Tests of the guard round foreign code. */
@NullMarked
package cloud.finfusion.internal.guard;

import org.jspecify.annotations.NullMarked;
