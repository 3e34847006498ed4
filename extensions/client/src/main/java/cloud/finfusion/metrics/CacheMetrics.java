package cloud.finfusion.metrics;

/**
 * What the cache did for reads.
 *
 * @param hits reads whose response was cached
 * @param joined reads that shared the exchange of an equal read
 * @param misses reads that went to the server
 * @param evictions responses that expired or were one too many
 */
public record CacheMetrics(long hits, long joined, long misses, long evictions) {
  /** Returns the number of reads that may be cached. */
  public long reads() {
    return hits + joined + misses;
  }

  /**
   * Returns the share of reads for which nothing was sent, from 0 to 1; 0 without reads that may be
   * cached.
   */
  public double hitRatio() {
    return reads() == 0 ? 0 : (double) (hits + joined) / reads();
  }
}
