package cloud.finfusion.internal.cache;

import java.time.Duration;

/**
 * A cached response.
 *
 * @param key the key under which the response is stored, with its name
 * @param value the decoded body
 * @param ttl for how long the response is cached
 */
record Cached<V>(CacheKey key, V value, Duration ttl) {}
