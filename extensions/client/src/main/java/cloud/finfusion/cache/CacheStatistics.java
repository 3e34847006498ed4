package cloud.finfusion.cache;

/**
 * What came of the reads that may be kept, since the client was made. Each is counted once, but one
 * that took over a trip that was given up counts as shared and as a miss.
 *
 * @param hits reads answered by what was kept
 * @param shared reads that joined the trip of an equal read
 * @param misses reads that went to the server
 * @param size how many answers are kept now
 */
public record CacheStatistics(long hits, long shared, long misses, long size) {}
