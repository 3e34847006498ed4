package cloud.finfusion.internal.permit;

import java.util.concurrent.CompletableFuture;

/** One source of permits: the token, the rate, the concurrency, the circuit. Thread-safe. */
public interface Permits {
  /**
   * Asks once for the permit of one attempt.
   *
   * @param operation the operation's name, as {@code payments.create}
   * @param maxWait how long the call can wait for it, in nanoseconds
   * @return what came of it, now or later, from any thread. Never cancelled: a permit that comes
   *     too late is released.
   */
  CompletableFuture<Permit> reserve(String operation, long maxWait);

  /** Who asked for this is gone, and need not be kept in mind. */
  default void forget(CompletableFuture<Permit> asked) {}

  /** Returns the word by which listeners know it, as {@code rate}. */
  String name();
}
