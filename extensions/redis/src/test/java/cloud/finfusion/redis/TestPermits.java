package cloud.finfusion.redis;

import cloud.finfusion.ratelimit.RateLimiter;
import cloud.finfusion.spi.PermitSource;
import cloud.finfusion.spi.PermitSource.Reservation;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Permits for tests, and how to ask for one. */
final class TestPermits {
  private static final long EPOCH =
      1_000_000_000_000L; // not zero: the server's time is far from it

  private TestPermits() {}

  /** Returns permits of a bucket whose server has this clock, in microseconds. */
  static PermitSource at(FinFusionRedis redis, RateLimiter plan, LongSupplier serverClock) {
    return new RedisPermits(
        new PermitSettings(
            redis, plan, 1, 0.25, () -> Long.toString(EPOCH + serverClock.getAsLong())),
        "");
  }

  static Reservation reserve(PermitSource permits, Duration maxWait) {
    return permits
        .reserve("payments.create", maxWait)
        .toCompletableFuture()
        .orTimeout(30, TimeUnit.SECONDS)
        .join();
  }
}
