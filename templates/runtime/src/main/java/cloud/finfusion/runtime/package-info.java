// The runtime is emitted beside the models, so that generated code stands on nothing but Gson and
// Retrofit.
/**
 * What generated code stands on: reading and writing JSON strictly, open enums and unions, checks
 * of arguments, and the annotation that describes an operation. Imports Gson only.
 */
@NullMarked
package cloud.finfusion.runtime;

import org.jspecify.annotations.NullMarked;
