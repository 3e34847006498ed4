package cloud.finfusion.redis;

import cloud.finfusion.ratelimit.RateLimiter;
import cloud.finfusion.spi.PermitSource;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the permits of all accounts of a limiter have in common.
 *
 * @param redis where the buckets are
 * @param plan the plan of each account
 * @param leaseSize how many permits an instance takes at once
 * @param localShare the share of the plan that each instance has while Redis fails; 0 for none
 * @param serverClock see {@link SharedBucket}
 */
record PermitSettings(
    FinFusionRedis redis,
    RateLimiter plan,
    int leaseSize,
    double localShare,
    Supplier<String> serverClock) {
  RedisCircuit circuit() {
    return redis.commands().circuit();
  }

  Duration maxWait() {
    return plan.maxWait();
  }

  /** Returns the plan's clock, which may start anywhere, from zero. */
  LongSupplier clock() {
    LongSupplier source = plan.clock();
    long start = source.getAsLong();
    return () -> source.getAsLong() - start;
  }

  SharedBucket bucket(String account, LongSupplier clock) {
    String key = redis.keys().bucket(account, plan.period().toMinutes());
    return new SharedBucket(redis.commands(), key, Plan.of(plan), clock, serverClock);
  }

  /** Returns the permits of this instance while Redis fails; null for none. */
  @Nullable PermitSource share() {
    return localShare == 0
        ? null
        : silent()
            .maxRequests(shareOf(plan.limit()))
            .burst(shareOf(plan.burst()))
            .build()
            .permitSource();
  }

  private long shareOf(long permits) {
    return Math.max(1, (long) (permits * localShare));
  }

  /** Returns a bucket of the whole plan, which spreads starts. */
  PermitSource starts() {
    return silent().build().permitSource();
  }

  private RateLimiter.Builder silent() {
    return plan.toBuilder().onLimitReached(null).permitSource(null);
  }
}
