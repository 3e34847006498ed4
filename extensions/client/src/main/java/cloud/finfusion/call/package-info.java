/** What one call may say, and what is told of its response. Imports the checks of options only. */
@NullMarked
package cloud.finfusion.call;

import org.jspecify.annotations.NullMarked;
