package cloud.finfusion.spi;

import java.time.Duration;
import java.util.concurrent.CompletionStage;

/**
 * Where a {@link cloud.finfusion.ratelimit.RateLimiter} takes its permits from: a bucket in memory,
 * or one that several machines share. Implementations are thread-safe and never block: one that
 * asks over a network completes the stage when it knows, on any thread.
 */
public interface PermitSource {
  /**
   * Reserves one permit.
   *
   * @param operation the operation's name, as {@code payments.create}
   * @param maxWait how long the caller can wait for it; zero or more
   * @return a stage with the reservation. A stage that fails, a null and an exception count as a
   *     refusal. The stage is never cancelled: a reservation that comes too late is released.
   */
  CompletionStage<Reservation> reserve(String operation, Duration maxWait);

  /** Blocks all callers for this time: the server asked for it with a 429. */
  void pause(Duration time);

  /**
   * Corrects the number of permits to the server's count, which includes requests of other
   * programs.
   */
  void sync(long remaining);

  /** Returns how many attempts may start now. */
  long remaining();

  /** Returns the time until the next permit; zero if there is one. */
  Duration retryAfter();

  /**
   * Returns the source of one account's permits, for {@link
   * cloud.finfusion.ratelimit.RateLimiter#account}; here this source, for all accounts.
   */
  default PermitSource account(String id) {
    return this;
  }

  /**
   * Returns whether permits come from a substitute, because the plan's own cannot be had, as those
   * of a server that does not respond; here false.
   */
  default boolean degraded() {
    return false;
  }

  /**
   * The result of a request for a permit. A granted reservation is used once or released once; a
   * used one is released too if nothing was sent after all.
   */
  interface Reservation {
    /** Returns whether a permit was taken. */
    boolean granted();

    /**
     * Returns the time until the permit may be used, zero for now; for a refusal, the time until
     * the next permit.
     */
    Duration readyIn();

    /**
     * Uses the permit, right before the attempt.
     *
     * @return zero if the permit is used now; otherwise the time to wait before asking again, as
     *     when a pause began meanwhile
     */
    Duration use();

    /** Returns the permit to the source: nothing is sent. */
    void release();
  }
}
