/**
 * Cached responses, and single flight: equal reads at the same time share one exchange. Knows
 * neither calls nor Retrofit.
 *
 * <p>Caffeine stores results and never loads them itself: its {@code get(key, loader)} would make
 * unrelated keys wait for a request.
 */
@NullMarked
package cloud.finfusion.internal.cache;

import org.jspecify.annotations.NullMarked;
