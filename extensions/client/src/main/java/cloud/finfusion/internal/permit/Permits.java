package cloud.finfusion.internal.permit;

import java.util.concurrent.CompletableFuture;

/** One source of permits: the token, the rate, the concurrency, the circuit. Thread-safe. */
public interface Permits {
  /**
   * Asks once for the permit of one attempt.
   *
   * @param operation the operation's name, as {@code payments.create}
   * @param maxWait how long the call can wait for it, in nanoseconds
   * @return a future of the permit, completed on any thread. It is never cancelled: a permit that
   *     comes too late is released
   */
  CompletableFuture<Permit> reserve(String operation, long maxWait);

  /** The call that made this request has ended, so the source may forget it. */
  default void forget(CompletableFuture<Permit> asked) {}

  /** Returns the name of the source in events, as {@code rate}. */
  String name();
}
