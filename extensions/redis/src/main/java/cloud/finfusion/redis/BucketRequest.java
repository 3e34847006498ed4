package cloud.finfusion.redis;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * What an instance tells the bucket, and asks of it, in one step. Times are in microseconds.
 *
 * @param asked how many permits at most; the first may have to be waited for, the others are only
 *     granted if they are there
 * @param maxWait how long the first may be waited for
 * @param returned how many permits were granted before and are not used
 * @param remaining how many requests the server still allows; -1 if it did not say
 * @param pause for how long the server asked for none
 */
record BucketRequest(int asked, long maxWait, int returned, long remaining, long pause) {
  private static final int UNKNOWN = -1;

  /** Changes nothing. */
  static final BucketRequest PROBE = new BucketRequest(0, 0, 0, UNKNOWN, 0);

  static BucketRequest reserve(int asked, Duration maxWait, int returned) {
    return new BucketRequest(asked, micros(maxWait), returned, UNKNOWN, 0);
  }

  static BucketRequest release(int permits) {
    return new BucketRequest(0, 0, permits, UNKNOWN, 0);
  }

  static BucketRequest sync(long remaining) {
    return new BucketRequest(0, 0, 0, remaining, 0);
  }

  static BucketRequest pause(Duration time) {
    return new BucketRequest(0, 0, 0, UNKNOWN, micros(time));
  }

  private static long micros(Duration time) {
    return TimeUnit.NANOSECONDS.toMicros(time.toNanos());
  }
}
