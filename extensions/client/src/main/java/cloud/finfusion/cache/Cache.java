package cloud.finfusion.cache;

/**
 * The cached responses of a client, {@code client.cache()}. The cache of a client without {@code
 * cache(CacheOptions)} stays empty. Thread-safe.
 */
public interface Cache {
  /**
   * Drops the responses whose key matches, and keeps reads under way from caching a response under
   * such a key; so do other instances that share invalidation. Keys are {@code customer.cust_1} for
   * one resource and {@code customer.list.<hash>} for a page of a list.
   *
   * @param pattern {@code *} stands for any run of characters, all else for itself, as {@code
   *     customer.*}
   * @return how many responses of this client were dropped
   */
  int invalidate(String pattern);

  /** Returns the counts of hits and misses up to now. */
  CacheStatistics statistics();
}
