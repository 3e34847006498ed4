/**
 * Which answers are kept, and what drops them. Imports Caffeine, the generated runtime and SLF4J;
 * knows neither calls nor the pipeline.
 *
 * <p>Caffeine keeps what was loaded and never loads itself: its {@code get(key, loader)} would make
 * unrelated keys wait for a request. Equal reads meet in a map of {@link
 * cloud.finfusion.internal.cache.InFlight}s instead.
 */
@NullMarked
package cloud.finfusion.cache;

import org.jspecify.annotations.NullMarked;
