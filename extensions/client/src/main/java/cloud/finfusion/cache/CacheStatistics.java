package cloud.finfusion.cache;

/**
 * The counts of cacheable reads since the client was made. Each read counts once, except that a
 * read which joined another and had to take over when that one was given up counts as shared and as
 * a miss.
 *
 * @param hits reads served from the cache
 * @param shared reads that joined an equal read in flight
 * @param misses reads that went to the server
 * @param size how many responses are cached now
 */
public record CacheStatistics(long hits, long shared, long misses, long size) {}
