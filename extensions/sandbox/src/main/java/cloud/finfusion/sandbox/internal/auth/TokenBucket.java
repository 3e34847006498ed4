package cloud.finfusion.sandbox.internal.auth;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The token bucket of one owner. It counts in fractions of a request, {@link #REQUEST} of which
 * make one, so that whole numbers suffice and a request is available at the promised nanosecond.
 */
final class TokenBucket {
  /** As many fractions as a minute has nanoseconds: one nanosecond refills {@code perMinute}. */
  private static final long REQUEST = Duration.ofMinutes(1).toNanos();

  private final QuotaLimits limits;
  private final InstantSource clock;
  private final long full;
  private long level;
  private Instant refilled;

  TokenBucket(QuotaLimits limits, InstantSource clock) {
    this.limits = limits;
    this.clock = clock;
    this.full = limits.burst() * REQUEST;
    this.level = full;
    this.refilled = clock.instant();
  }

  /** Takes a request from the bucket, if one is left. */
  synchronized Taken take() {
    refill();
    boolean allowed = level >= REQUEST;
    if (allowed) {
      level -= REQUEST;
    }
    return taken(allowed);
  }

  /** What is left, without a request taken. */
  synchronized Taken state() {
    refill();
    return taken(level >= REQUEST);
  }

  private Taken taken(boolean allowed) {
    return new Taken(allowed, level / REQUEST, seconds(REQUEST - level), seconds(full - level));
  }

  private void refill() {
    Instant now = clock.instant();
    long idle = Math.max(0, Duration.between(refilled, now).toNanos());
    level = idle < nanos(full - level) ? level + idle * limits.perMinute() : full;
    refilled = now;
  }

  private long seconds(long parts) {
    return ceil(nanos(Math.max(0, parts)), Duration.ofSeconds(1).toNanos());
  }

  private long nanos(long parts) {
    return ceil(parts, limits.perMinute());
  }

  private static long ceil(long dividend, long divisor) {
    return (dividend + divisor - 1) / divisor;
  }

  /**
   * Whether the request is allowed, and what is left.
   *
   * @param secondsToNext until the next request is allowed, rounded up; 0 for now
   * @param secondsToFull until the bucket is full, rounded up
   */
  record Taken(boolean allowed, long remaining, long secondsToNext, long secondsToFull) {}
}
