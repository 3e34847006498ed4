/** The failures file of a bulk run: what is written for an item, and how it is read again. */
@NullMarked
package cloud.finfusion.internal.failures;

import org.jspecify.annotations.NullMarked;
