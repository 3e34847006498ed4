/**
 * Which responses are cached, and what drops them. Imports the patterns of keys, the invalidation
 * that instances share and the generated runtime; knows neither calls nor the pipeline.
 */
@NullMarked
package cloud.finfusion.cache;

import org.jspecify.annotations.NullMarked;
