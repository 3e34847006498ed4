package cloud.finfusion.internal.cache;

import java.time.Duration;

/**
 * A response that is kept.
 *
 * @param key what it was stored under, with its name
 * @param value what was decoded
 * @param ttl for how long
 */
record Cached<V>(CacheKey key, V value, Duration ttl) {}
