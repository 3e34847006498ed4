package cloud.finfusion.internal.call;

import java.time.Duration;

/**
 * Estimates how long the attempts of a client take, and so how much of its time a call reserves for
 * the attempt when it waits for a permit. Without the reserve, calls would take permits that their
 * deadline keeps them from using; on a full plan nearly all, since each call waits as long as it
 * can. The estimate is that of TCP (RFC 6298, section 2). Thread-safe.
 */
public final class AttemptTimes {
  /** At least a tenth of a call's time is reserved, or a second; at most half of it. */
  private static final int LEAST_SHARE = 10;

  private static final int MOST_SHARE = 2;
  private static final long ENOUGH = Duration.ofSeconds(1).toNanos();

  private long smoothed; // guarded by this
  private long deviation; // guarded by this

  /** Counts an attempt that took so many nanoseconds. */
  synchronized void took(long nanos) {
    if (smoothed == 0) {
      smoothed = nanos;
      deviation = nanos / 2;
    } else {
      deviation += (Math.abs(smoothed - nanos) - deviation) / 4;
      smoothed += (nanos - smoothed) / 8;
    }
  }

  /** Counts an attempt that its call's deadline ended, and that would have taken longer. */
  void cutOff(long nanos) {
    took(2 * nanos);
  }

  /** Returns how much of a call's time a wait for a permit has to leave. */
  synchronized long reserve(long budget) {
    long least = Math.min(budget / LEAST_SHARE, ENOUGH);
    return Math.min(Math.max(least, smoothed + 4 * deviation), budget / MOST_SHARE);
  }
}
