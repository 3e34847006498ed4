/**
 * Many pages as one lazy sequence. Imports the seam that sends calls; no outside library but
 * Retrofit's {@code Call}.
 */
@NullMarked
package cloud.finfusion.pagination;

import org.jspecify.annotations.NullMarked;
