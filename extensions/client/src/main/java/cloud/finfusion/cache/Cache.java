package cloud.finfusion.cache;

/**
 * The answers that a client keeps, {@code client.cache()}. Without {@code cache(CacheOptions)} a
 * client keeps none, and this one stays empty. Thread-safe.
 */
public interface Cache {
  /**
   * Drops the answers whose key matches, and lets reads on their way keep nothing under such a key.
   * Keys are {@code customer.cust_1} for one resource and {@code customer.list.<hash>} for a page
   * of a list.
   *
   * @param pattern {@code *} stands for any run of characters, all else for itself, as {@code
   *     customer.*}
   * @return how many answers were dropped
   */
  int invalidate(String pattern);

  /** Returns what came of the reads up to now. */
  CacheStatistics statistics();
}
