/** The pure parts of batches and bulk runs. */
@NullMarked
package cloud.finfusion.internal.batch;

import org.jspecify.annotations.NullMarked;
