package cloud.finfusion.redis;

import cloud.finfusion.ratelimit.RateLimiter;
import java.time.Duration;
import java.util.List;

/**
 * What a {@link LoadInstance} does.
 *
 * @param port where Redis listens
 * @param bucket ours, or Bucket4j's
 * @param leaseSize permits that it takes at once
 * @param secondsAhead how far its clock is ahead of the others'
 * @param maxWaitSeconds how long a thread waits for a permit; 0: it asks again and again
 * @param warmUpSeconds how long it does so before, with another account's permits
 */
record LoadSettings(
    int port,
    Bucket bucket,
    int leaseSize,
    int secondsAhead,
    int maxWaitSeconds,
    int warmUpSeconds) {
  /** Whose bucket in Redis. */
  enum Bucket {
    OURS,
    BUCKET4J
  }

  /** Threads that ask again as soon as they are refused: the most that a limiter meets. */
  static LoadSettings asking(RedisProcess redis) {
    return new LoadSettings(redis.port(), Bucket.OURS, 1, 0, 0, 1);
  }

  /** Threads that wait for their permits, as calls do. */
  static LoadSettings waiting(RedisProcess redis) {
    return new LoadSettings(redis.port(), Bucket.OURS, 1, 0, 1, 1);
  }

  LoadSettings of(Bucket other) {
    return new LoadSettings(port, other, leaseSize, secondsAhead, maxWaitSeconds, warmUpSeconds);
  }

  LoadSettings leases(int size) {
    return new LoadSettings(port, bucket, size, secondsAhead, maxWaitSeconds, warmUpSeconds);
  }

  LoadSettings ahead(int seconds) {
    return new LoadSettings(port, bucket, leaseSize, seconds, maxWaitSeconds, warmUpSeconds);
  }

  LoadSettings warmUp(int seconds) {
    return new LoadSettings(port, bucket, leaseSize, secondsAhead, maxWaitSeconds, seconds);
  }

  static LoadSettings of(String... arguments) {
    return new LoadSettings(
        Integer.parseInt(arguments[0]),
        Bucket.valueOf(arguments[1]),
        Integer.parseInt(arguments[2]),
        Integer.parseInt(arguments[3]),
        Integer.parseInt(arguments[4]),
        Integer.parseInt(arguments[5]));
  }

  List<String> arguments() {
    return List.of(
        Integer.toString(port),
        bucket.name(),
        Integer.toString(leaseSize),
        Integer.toString(secondsAhead),
        Integer.toString(maxWaitSeconds),
        Integer.toString(warmUpSeconds));
  }

  Duration maxWait() {
    return Duration.ofSeconds(maxWaitSeconds);
  }

  RateLimiter plan() {
    long ahead = Duration.ofSeconds(secondsAhead).toNanos();
    return RateLimiter.builder()
        .maxRequests(LoadTest.RATE * 60)
        .burst(LoadTest.BURST)
        .clock(() -> System.nanoTime() + ahead)
        .build();
  }
}
