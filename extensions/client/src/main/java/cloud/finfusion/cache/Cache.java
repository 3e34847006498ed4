package cloud.finfusion.cache;

/**
 * The answers that a client keeps, {@code client.cache()}. Without {@code cache(CacheOptions)} a
 * client keeps none, and this one stays empty. Thread-safe.
 */
public interface Cache {
  /** Returns a cache that keeps nothing. */
  static Cache none() {
    return new NoCache();
  }

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

  /**
   * Drops what {@code invalidateOn} names of a family that changed, as after a write of the
   * client's own: for a change that another program made. Verified webhooks do so by themselves.
   *
   * @param family as {@code customer}; one that is not known drops nothing
   */
  void written(String family);

  /** Returns what came of the reads up to now. */
  CacheStatistics statistics();
}
