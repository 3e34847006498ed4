package cloud.finfusion.spi;

/**
 * Notifies the caches of several instances of what one of them changed, for {@link
 * cloud.finfusion.cache.CacheOptions.Builder#sharedInvalidation}. Implementations are thread-safe
 * and never block.
 */
public interface SharedInvalidation {
  /**
   * Adds the cache of a client, when the client is made.
   *
   * @param listener the cache, which is notified of what others changed: of one change at a time,
   *     in their order, on any thread
   * @return the cache, as a source of changes. If this throws or returns null, the cache is not
   *     used.
   */
  Member join(Listener listener);

  /** A cache that others are notified by. Its own listener is not notified of its changes. */
  interface Member extends AutoCloseable {
    /**
     * Notifies the others that resources of a family changed: by a write that was done or has an
     * unknown outcome, or as a webhook said.
     */
    void familyChanged(String family);

    /** Notifies the others that somebody dropped the responses whose keys match. */
    void invalidated(String pattern);

    /**
     * Returns whether the listener was notified of all changes up to the time that the
     * implementation promises. If not, cached responses are neither served nor stored. Each read
     * asks this, so it only looks at what is known.
     */
    boolean current();

    /**
     * Removes the cache, when the client is closed. Calls that are under way then may still change
     * something.
     */
    @Override
    void close();
  }

  /** A cache that is notified of changes. */
  interface Listener {
    /** Resources of a family changed; see {@link Member#familyChanged}. */
    void familyChanged(String family);

    /** Somebody dropped the responses whose keys match; see {@link Member#invalidated}. */
    void invalidated(String pattern);

    /** Changes may have been missed: all cached responses are dropped. */
    void changesMissed();
  }
}
