package cloud.finfusion.metrics;

/**
 * Is notified of calls and attempts. A listener must not block; exceptions it throws are logged and
 * ignored. Implementations are thread-safe.
 *
 * <pre>
 * callStarted              once per call, on the caller's thread
 *   cacheRead              once per read that may be cached
 *   permitWaited           once per permit that was not there at once, before what follows it
 *   permitRefused          once, if the call ends because a permit does not come in time
 *   attemptStarted         once per attempt, before it is signed
 *     keyUsed              once per attempt that is signed
 *   attemptEnded           once per attempt that started
 *   credentialRefreshed    once per 401 after which the credential was asked for another token
 *   retryScheduled         once per attempt after which another is to follow
 * callEnded                once per call, whatever came of it
 *
 * runStarted               once per batch, bulk run and wait, on the caller's thread
 *
 * batchEnded               once per batch, after the calls of its requests
 *
 * bulkProgressed           now and then in a bulk run, and once at its end
 *
 * cacheEvicted, circuitChanged, webhookVerified    outside of calls
 * </pre>
 *
 * The last attempt of a file that is read off the wire ({@code Download}), and its call, are over
 * when the file was read, closed, or broke: only then is known whether the call succeeded. These
 * two events come on the thread that reads or closes it, or on one of the client's at the deadline.
 *
 * <p>Events of a blocking call come on its caller's thread. Events of an asynchronous call come on
 * its caller's thread until the call first waits, and on threads of the client from then on.
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

  /** A credential signs an attempt: one line of an access log. */
  default void keyUsed(KeyUseRecord use) {}

  /** A call is tried again after a wait. */
  default void retryScheduled(RetryRecord retry) {}

  /** A read was looked up in the cache. */
  default void cacheRead(CacheRecord read) {}

  /** The cache dropped a response that expired or was one too many. */
  default void cacheEvicted(String family) {}

  /** A permit came in time, but not at once. */
  default void permitWaited(PermitRecord permit) {}

  /**
   * A permit does not come in time: its source refused it, the permit would leave no time for an
   * attempt, or the deadline ended the wait. Not notified if the call was cancelled, interrupted or
   * closed meanwhile.
   */
  default void permitRefused(PermitRecord permit) {}

  /**
   * The circuit changed to {@code open}, {@code half-open} or {@code closed}. Notified of {@code
   * closed} when a client with a circuit breaker is built.
   */
  default void circuitChanged(String state) {}

  /** The server refused a token; {@code replaced} says whether the credential has another one. */
  default void credentialRefreshed(String operation, boolean replaced) {}

  /**
   * The client's {@code webhooks()}, or a handler made by them, verified a webhook. The verdict is
   * {@code genuine}, or the simple name of the error's class, as {@code WebhookSignatureException}.
   * Notified once per verification, on the thread that asked for it. For a handler, a repeated
   * event is {@code genuine}.
   */
  default void webhookVerified(String verdict) {}

  /**
   * A batch, a bulk run or a wait starts on this thread; its calls are made on other threads too.
   * Returns what is to be current there when they start, as a trace's context.
   */
  default CallerContext runStarted() {
    return CallerContext.NONE;
  }

  /** A batch is over; its requests were calls of their own. */
  default void batchEnded(BatchRecord batch) {}

  /** A bulk run has come further, or has ended. */
  default void bulkProgressed(BulkProgress progress) {}
}
