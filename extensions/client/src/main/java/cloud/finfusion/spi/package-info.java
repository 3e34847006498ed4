/**
 * The seam on which facades run, the generated ones and a user's own. Imports {@code CallOptions}
 * and Retrofit's {@code Call}.
 */
@NullMarked
package cloud.finfusion.spi;

import org.jspecify.annotations.NullMarked;
