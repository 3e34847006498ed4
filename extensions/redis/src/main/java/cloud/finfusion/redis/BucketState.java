package cloud.finfusion.redis;

import java.util.concurrent.TimeUnit;

/**
 * What an instance knows of the bucket: its last response, and when that was true by the instance's
 * own clock. Other instances have taken permits since, so there may be fewer.
 *
 * @param plan the plan
 * @param units how full the bucket was
 * @param serverTime the server's time in microseconds; 0 if there was no response yet
 * @param at when, in nanoseconds of the own clock
 */
record BucketState(Plan plan, long units, long serverTime, long at) {
  static BucketState full(Plan plan, long now) {
    return new BucketState(plan, plan.capacity(), 0, now);
  }

  /** Returns the units now, if nobody else took any. */
  long units(long now) {
    return plan.refilled(units, micros(now));
  }

  long remaining(long now) {
    return Math.floorDiv(units(now), plan.period());
  }

  /** Returns the nanoseconds until the next permit. */
  long untilNext(long now) {
    return TimeUnit.MICROSECONDS.toNanos(plan.untilNext(units(now)));
  }

  /** Returns the server's time some nanoseconds from now; 0 if it is not known. */
  long serverTimeIn(long nanos, long now) {
    return serverTime == 0 ? 0 : serverTime + micros(now + nanos);
  }

  private long micros(long now) {
    return Math.max(0, TimeUnit.NANOSECONDS.toMicros(now - at));
  }
}
