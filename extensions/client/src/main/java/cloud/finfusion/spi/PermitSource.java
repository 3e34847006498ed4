package cloud.finfusion.spi;

import java.time.Duration;
import java.util.concurrent.CompletionStage;

/**
 * Where a {@link cloud.finfusion.ratelimit.RateLimiter} takes its permits from: a bucket in memory,
 * or one that several machines share. Implementations are thread-safe and never block: what has to
 * be asked over a network completes the stage when it is known, on any thread.
 */
public interface PermitSource {
  /**
   * Reserves one permit.
   *
   * @param operation the operation's name, as {@code payments.create}
   * @param maxWait how long the caller can wait for it; zero or more
   * @return a stage with the reservation. A stage that fails, a null and an exception count as a
   *     refusal. It is never cancelled: a reservation that nobody wants any more is released.
   */
  CompletionStage<Reservation> reserve(String operation, Duration maxWait);

  /** Lets nobody start for so long: the server asked for it with a 429. */
  void pause(Duration time);

  /** Corrects the view of what is left by the server's: it may have seen requests of others. */
  void sync(long remaining);

  /** Returns how many attempts may start now. */
  long remaining();

  /** Returns the time until the next permit; zero if there is one. */
  Duration retryAfter();

  /**
   * What came of a request for a permit. A granted one is used once or released once; one that was
   * used is released too if nothing was sent after all.
   */
  interface Reservation {
    /** Returns whether a permit was taken. */
    boolean granted();

    /** Returns the time until it may be used, zero for now; of a refusal, until the next permit. */
    Duration readyIn();

    /**
     * Uses the permit, right before the attempt.
     *
     * @return zero if it is used now; else how long to wait before asking again, as when a pause
     *     began meanwhile
     */
    Duration use();

    /** Gives the permit back: nothing is sent. */
    void release();
  }
}
