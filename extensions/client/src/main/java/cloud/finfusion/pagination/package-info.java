/**
 * Many pages as one lazy sequence. Imports the error package only, for a page that does not say
 * where the next one starts.
 */
@NullMarked
package cloud.finfusion.pagination;

import org.jspecify.annotations.NullMarked;
