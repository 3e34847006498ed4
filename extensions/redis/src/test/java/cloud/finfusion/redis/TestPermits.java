package cloud.finfusion.redis;

import cloud.finfusion.ratelimit.RateLimiter;
import cloud.finfusion.spi.PermitSource;
import cloud.finfusion.spi.PermitSource.Reservation;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Permits for tests, and how to ask for one. */
final class TestPermits {
  private static final long EPOCH =
      1_000_000_000_000L; // not zero: the server's time is far from it

  private static final long MICROS_PER_MINUTE = 60_000_000;

  private TestPermits() {}

  /** Returns permits of a bucket whose server has this clock, in nanoseconds. */
  static PermitSource at(FinFusionRedis redis, RateLimiter plan, LongSupplier serverClock) {
    return at(redis, plan, 1, serverClock);
  }

  static PermitSource at(
      FinFusionRedis redis, RateLimiter plan, int leaseSize, LongSupplier serverClock) {
    return new RedisPermits(
        new PermitSettings(
            redis,
            plan,
            leaseSize,
            0.25,
            () -> Long.toString(EPOCH + serverClock.getAsLong() / 1000)),
        "");
  }

  static CompletionStage<Reservation> ask(PermitSource permits) {
    return permits.reserve("payments.create", Duration.ZERO);
  }

  static Reservation reserve(PermitSource permits, Duration maxWait) {
    return permits
        .reserve("payments.create", maxWait)
        .toCompletableFuture()
        .orTimeout(30, TimeUnit.SECONDS)
        .join();
  }

  /** Takes all permits that there are now, and returns their number. */
  static int drain(PermitSource permits) {
    int granted = 0;
    while (reserve(permits, Duration.ZERO).granted()) {
      granted++;
    }
    return granted;
  }

  /** Returns how many permits of the plan Standard were left when Redis last wrote. */
  static long left(RedisProcess redis) {
    String units =
        TestRedis.command(
            redis, commands -> commands.hget(new KeyNames("finfusion").bucket("", 1), "units"));
    return units == null ? 150 : Long.parseLong(units) / MICROS_PER_MINUTE;
  }
}
