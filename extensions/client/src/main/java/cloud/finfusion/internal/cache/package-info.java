/**
 * Which responses are kept, and single flight: equal reads at one time share one exchange. Knows
 * neither calls nor Retrofit.
 *
 * <p>Caffeine keeps what was read and never loads itself: its {@code get(key, loader)} would make
 * unrelated keys wait for a request.
 */
@NullMarked
package cloud.finfusion.internal.cache;

import org.jspecify.annotations.NullMarked;
