package cloud.finfusion.metrics;

/**
 * A read was looked up in the cache.
 *
 * @param operation the operation's name, as {@code customers.retrieve}
 * @param result what was found
 */
public record CacheRecord(String operation, Result result) {
  /** What was found. */
  public enum Result {
    /** The response was cached. */
    HIT,
    /** An equal read was under way, and its response serves both. */
    JOINED,
    /** Neither: the read goes to the server. */
    MISS
  }
}
