package cloud.finfusion.metrics;

/**
 * A read met the cache.
 *
 * @param operation the operation's name, as {@code customers.retrieve}
 * @param result what the cache knew
 */
public record CacheRecord(String operation, Result result) {
  /** What the cache knew. */
  public enum Result {
    /** The response was cached. */
    HIT,
    /** An equal read was under way, and its response serves both. */
    JOINED,
    /** Neither: the read goes to the server. */
    MISS
  }
}
