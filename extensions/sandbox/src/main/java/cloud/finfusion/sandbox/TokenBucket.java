package cloud.finfusion.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * What is left of a plan for one key. It counts in whole numbers, so that a request comes back at
 * the promised nanosecond: in parts of a request, of which {@link #REQUEST} make one.
 */
final class TokenBucket {
  /** As many parts as a minute has nanoseconds: a nanosecond brings {@code perMinute} of them. */
  private static final long REQUEST = Duration.ofMinutes(1).toNanos();

  private final Plan plan;
  private final InstantSource clock;
  private final long full;
  private long level;
  private Instant refilled;

  TokenBucket(Plan plan, InstantSource clock) {
    this.plan = plan;
    this.clock = clock;
    this.full = plan.burst() * REQUEST;
    this.level = full;
    this.refilled = clock.instant();
  }

  /** Takes a request if there is one. */
  synchronized Taken take() {
    refill();
    boolean allowed = level >= REQUEST;
    if (allowed) {
      level -= REQUEST;
    }
    return new Taken(allowed, level / REQUEST, seconds(REQUEST - level), seconds(full - level));
  }

  private void refill() {
    Instant now = clock.instant();
    long idle = Math.max(0, Duration.between(refilled, now).toNanos());
    level = idle < nanos(full - level) ? level + idle * plan.perMinute() : full;
    refilled = now;
  }

  private long seconds(long parts) {
    return ceil(nanos(Math.max(0, parts)), Duration.ofSeconds(1).toNanos());
  }

  private long nanos(long parts) {
    return ceil(parts, plan.perMinute());
  }

  private static long ceil(long dividend, long divisor) {
    return (dividend + divisor - 1) / divisor;
  }

  /**
   * Whether a request may be made, and what is left.
   *
   * @param secondsToNext until one may be made, rounded up; 0 for now
   * @param secondsToFull until the whole burst may be made, rounded up
   */
  record Taken(boolean allowed, long remaining, long secondsToNext, long secondsToFull) {}
}
