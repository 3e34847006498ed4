/** Reads that cost no request, and when they cost one again. */
@NullMarked
package cloud.finfusion.cache;

import org.jspecify.annotations.NullMarked;
