package cloud.finfusion.internal.call;

import java.time.Duration;

/**
 * How long the attempts of a client take, and so how much of its time a call has to keep for its
 * own when it waits for a permit. Else calls would take permits that their deadline keeps them from
 * using: on a plan that is full, nearly all of them, as each waits as long as it can. Estimated as
 * TCP does it (RFC 6298, section 2). Thread-safe.
 */
public final class AttemptTimes {
  /** At least a tenth of a call's time is kept, or a second; at most half of it. */
  private static final int LEAST_SHARE = 10;

  private static final int MOST_SHARE = 2;
  private static final long ENOUGH = Duration.ofSeconds(1).toNanos();

  private long smoothed; // guarded by this
  private long deviation; // guarded by this

  /** An attempt took so many nanoseconds. */
  synchronized void took(long nanos) {
    if (smoothed == 0) {
      smoothed = nanos;
      deviation = nanos / 2;
    } else {
      deviation += (Math.abs(smoothed - nanos) - deviation) / 4;
      smoothed += (nanos - smoothed) / 8;
    }
  }

  /** An attempt was cut off by its call's deadline, and would have taken longer. */
  void cutOff(long nanos) {
    took(2 * nanos);
  }

  /** How much of a call's time a wait for a permit has to leave. */
  synchronized long reserve(long budget) {
    long least = Math.min(budget / LEAST_SHARE, ENOUGH);
    return Math.min(Math.max(least, smoothed + 4 * deviation), budget / MOST_SHARE);
  }
}
