/** Retrofit's converters: strict JSON for bodies, checked texts for paths and headers. */
@NullMarked
package cloud.finfusion.internal.json;

import org.jspecify.annotations.NullMarked;
