/**
 * What facades run on, the generated ones and a user's own, and what a source of permits and the
 * invalidation that instances share implement. Imports the calls' options, pages and their error,
 * and Retrofit's {@code Call}.
 */
@NullMarked
package cloud.finfusion.spi;

import org.jspecify.annotations.NullMarked;
