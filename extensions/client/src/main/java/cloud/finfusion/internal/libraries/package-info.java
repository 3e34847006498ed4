/** The libraries that a user's build decides on; imports errors only. */
@NullMarked
package cloud.finfusion.internal.libraries;

import org.jspecify.annotations.NullMarked;
