package cloud.finfusion.internal.cache;

import com.github.benmanes.caffeine.cache.Expiry;
import java.util.concurrent.TimeUnit;

/**
 * Lets a response expire its time to live after it was stored. Caffeine has {@code Expiry.writing}
 * for this since 3.2, and users' builds may pull it down to 3.1.
 */
final class TimeToLive implements Expiry<CacheKey, Cached<?>> {
  @Override
  public long expireAfterCreate(CacheKey key, Cached<?> stored, long now) {
    return TimeUnit.NANOSECONDS.convert(stored.ttl());
  }

  @Override
  public long expireAfterUpdate(CacheKey key, Cached<?> stored, long now, long left) {
    return expireAfterCreate(key, stored, now);
  }

  @Override
  public long expireAfterRead(CacheKey key, Cached<?> stored, long now, long left) {
    return left;
  }
}
