package cloud.finfusion.metrics;

/**
 * Is notified of calls and attempts; must not block. Exceptions thrown by a listener are logged and
 * ignored. Implementations are thread-safe.
 *
 * <pre>
 * callStarted              once per call, on the caller's thread
 *   cacheRead              once per read that the cache may answer
 *   permitWaited           once per permit that was not there at once, before what follows it
 *   permitRefused          once, if the call ends because a permit does not come in time
 *   attemptStarted         once per attempt, before it is signed
 *     keyUsed              once per attempt that is signed
 *   attemptEnded           once per attempt that started
 *   credentialRefreshed    once per 401 after which the credential was asked for another token
 *   retryScheduled         once per attempt that is followed by another
 * callEnded                once per call, whatever came of it
 *
 * cacheEvicted, circuitChanged, webhookVerified    outside of calls
 * </pre>
 *
 * Events of a blocking call come on its caller's thread; those of an asynchronous one on the
 * caller's thread until the call first waits, and on the client's threads from then on.
 */
public interface CallListener {
  /** A call starts. */
  default void callStarted(CallStarted call) {}

  /** A call is over: it was done, failed, or was given up. */
  default void callEnded(CallRecord call) {}

  /** An attempt starts; headers may be added to it. */
  default void attemptStarted(AttemptStarted attempt) {}

  /** An attempt is over. */
  default void attemptEnded(AttemptRecord attempt) {}

  /** A credential is about to sign an attempt: an access log's line. */
  default void keyUsed(KeyUseRecord use) {}

  /** A call is tried again after a wait. */
  default void retryScheduled(RetryRecord retry) {}

  /** A read met the cache. */
  default void cacheRead(CacheRecord read) {}

  /** A response was dropped by the cache, for its time was over or there were too many. */
  default void cacheEvicted(String family) {}

  /** A permit was not there at once, and came in time. */
  default void permitWaited(PermitRecord permit) {}

  /**
   * A permit does not come in time: its source refused it, it may only be used when there is no
   * time left for an attempt, or the deadline ended the wait for it. Not if the call was cancelled,
   * interrupted or closed meanwhile.
   */
  default void permitRefused(PermitRecord permit) {}

  /** The circuit is {@code open}, {@code half-open} or {@code closed} from now on. */
  default void circuitChanged(String state) {}

  /** The server refused a token; {@code replaced} tells whether the credential has another one. */
  default void credentialRefreshed(String operation, boolean replaced) {}

  /**
   * The client's {@code webhooks()}, or a handler of theirs, verified a webhook: {@code genuine},
   * or the simple name of the error's class, as {@code WebhookSignatureException}. Once per
   * verification, on the thread that asked for it. To a handler an event that came before is {@code
   * genuine}.
   */
  default void webhookVerified(String verdict) {}
}
