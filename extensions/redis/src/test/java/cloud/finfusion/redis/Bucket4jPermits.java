package cloud.finfusion.redis;

import cloud.finfusion.ratelimit.RateLimiter;
import cloud.finfusion.spi.PermitSource;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.distributed.AsyncBucketProxy;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.lettuce.core.RedisClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The permits of Bucket4j's own bucket in Redis, to measure beside ours. */
final class Bucket4jPermits implements PermitSource {
  private final AsyncBucketProxy bucket;

  Bucket4jPermits(RedisClient client, RateLimiter plan) {
    BucketConfiguration configuration =
        BucketConfiguration.builder()
            .addLimit(
                limit -> limit.capacity(plan.burst()).refillGreedy(plan.limit(), plan.period()))
            .build();
    bucket =
        Bucket4jLettuce.casBasedBuilder(client)
            .requestTimeout(Duration.ofMillis(250))
            .expirationAfterWrite(
                ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(
                    Duration.ofSeconds(10)))
            .build()
            .asAsync()
            .builder()
            .build(
                "bucket4j".getBytes(StandardCharsets.UTF_8),
                () -> CompletableFuture.completedFuture(configuration));
  }

  @Override
  public CompletionStage<Reservation> reserve(String operation, Duration maxWait) {
    return bucket
        .tryConsumeAndReturnRemaining(1)
        .handle(
            (probe, failure) ->
                failure == null ? reservation(probe) : new RefusedReservation(Duration.ZERO));
  }

  private static Reservation reservation(ConsumptionProbe probe) {
    return probe.isConsumed()
        ? new Taken()
        : new RefusedReservation(Duration.ofNanos(probe.getNanosToWaitForRefill()));
  }

  /** A permit that may be used now. */
  private record Taken() implements Reservation {
    @Override
    public boolean granted() {
      return true;
    }

    @Override
    public Duration readyIn() {
      return Duration.ZERO;
    }

    @Override
    public Duration use() {
      return Duration.ZERO;
    }

    @Override
    public void release() {}
  }

  @Override
  public void pause(Duration time) {}

  @Override
  public void sync(long remaining) {}

  @Override
  public long remaining() {
    return 0;
  }

  @Override
  public Duration retryAfter() {
    return Duration.ZERO;
  }
}
