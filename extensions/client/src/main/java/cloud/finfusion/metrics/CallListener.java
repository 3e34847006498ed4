package cloud.finfusion.metrics;

/**
 * Told of calls and attempts, on the thread that made them; must not block. What it throws is
 * logged and changes no call. Implementations are thread-safe.
 *
 * <pre>
 * callEnded                once per call, whatever came of it
 *   keyUsed                once per trip that is signed
 *   attemptEnded           once per trip over the wire
 *   retryScheduled         once per trip that is followed by another
 * </pre>
 */
public interface CallListener {
  /** A call is over: it was done, failed, or was given up. */
  default void callEnded(CallRecord call) {}

  /** A trip over the wire is over. */
  default void attemptEnded(AttemptRecord attempt) {}

  /** A credential is about to sign an attempt: an access log's line. */
  default void keyUsed(KeyUseRecord use) {}

  /** A call is tried again after a wait. */
  default void retryScheduled(RetryRecord retry) {}
}
