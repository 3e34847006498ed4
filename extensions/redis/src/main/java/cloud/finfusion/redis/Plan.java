package cloud.finfusion.redis;

import cloud.finfusion.ratelimit.RateLimiter;
import java.util.concurrent.TimeUnit;

/**
 * A plan in the units of {@code bucket.lua}: a permit is {@code period} units, and each microsecond
 * adds {@code limit} units.
 *
 * @param limit how many permits a period adds
 * @param period in microseconds
 * @param burst how many permits the bucket holds
 */
record Plan(long limit, long period, long burst) {
  static Plan of(RateLimiter limiter) {
    return new Plan(
        limiter.limit(),
        TimeUnit.NANOSECONDS.toMicros(limiter.period().toNanos()),
        limiter.burst());
  }

  /** Returns the units of a full bucket. */
  long capacity() {
    return burst * period;
  }

  /** Returns the units after some microseconds. */
  long refilled(long units, long micros) {
    long missing = capacity() - units;
    return micros >= missing / limit + 1
        ? capacity()
        : Math.min(capacity(), units + micros * limit);
  }

  /** Returns the microseconds until there is a permit. */
  long untilNext(long units) {
    return units >= period ? 0 : (period - units + limit - 1) / limit;
  }
}
