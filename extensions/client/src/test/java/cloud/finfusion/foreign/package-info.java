/** Code of users that throws or hangs, in each place where it runs. */
@NullMarked
package cloud.finfusion.foreign;

import org.jspecify.annotations.NullMarked;
