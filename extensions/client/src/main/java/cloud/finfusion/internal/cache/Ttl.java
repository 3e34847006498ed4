package cloud.finfusion.internal.cache;

import com.github.benmanes.caffeine.cache.Expiry;

/** Keeps each response for a time of its own from when it was stored. */
final class Ttl implements Expiry<CacheKey, Cached<?>> {
  @Override
  public long expireAfterCreate(CacheKey key, Cached<?> value, long now) {
    return value.ttl().toNanos();
  }

  @Override
  public long expireAfterUpdate(CacheKey key, Cached<?> value, long now, long left) {
    return value.ttl().toNanos();
  }

  @Override
  public long expireAfterRead(CacheKey key, Cached<?> value, long now, long left) {
    return left;
  }
}
