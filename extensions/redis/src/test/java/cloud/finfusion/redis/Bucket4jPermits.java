package cloud.finfusion.redis;

import cloud.finfusion.ratelimit.RateLimiter;
import cloud.finfusion.spi.PermitSource;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.distributed.AsyncBucketProxy;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.AsyncProxyManager;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.lettuce.core.RedisClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The permits of Bucket4j's own bucket in Redis, to measure beside ours. */
final class Bucket4jPermits implements PermitSource {
  private final AsyncBucketProxy bucket;

  private Bucket4jPermits(AsyncBucketProxy bucket) {
    this.bucket = bucket;
  }

  /** Returns the permits of each account by its name. */
  static Function<String, PermitSource> accounts(RedisClient client, RateLimiter plan) {
    BucketConfiguration configuration =
        BucketConfiguration.builder()
            .addLimit(
                limit -> limit.capacity(plan.burst()).refillGreedy(plan.limit(), plan.period()))
            .build();
    AsyncProxyManager<byte[]> buckets =
        Bucket4jLettuce.casBasedBuilder(client)
            .requestTimeout(Duration.ofMillis(250))
            .expirationAfterWrite(
                ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(
                    Duration.ofSeconds(10)))
            .build()
            .asAsync();
    return account ->
        new Bucket4jPermits(
            buckets
                .builder()
                .build(
                    account.getBytes(StandardCharsets.UTF_8),
                    () -> CompletableFuture.completedFuture(configuration)));
  }

  @Override
  public CompletionStage<Reservation> reserve(String operation, Duration maxWait) {
    if (maxWait.isZero()) {
      return bucket
          .tryConsumeAndReturnRemaining(1)
          .handle((probe, failure) -> failure == null ? reservation(probe) : refused());
    }
    WaitRecorder wait = new WaitRecorder();
    return bucket
        .asScheduler()
        .tryConsume(1, maxWait, wait)
        .handle((taken, failure) -> failure == null && taken ? wait.taken() : refused());
  }

  private static Reservation refused() {
    return new RefusedReservation(Duration.ZERO);
  }

  private static Reservation reservation(ConsumptionProbe probe) {
    return probe.isConsumed()
        ? new Taken(System.nanoTime())
        : new RefusedReservation(Duration.ofNanos(probe.getNanosToWaitForRefill()));
  }

  /** The bucket's reservation of a later permit, without the wait for it. */
  private static final class WaitRecorder extends ScheduledThreadPoolExecutor {
    private long nanos;

    WaitRecorder() {
      super(0);
    }

    @Override
    public @Nullable ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
      nanos = unit.toNanos(delay);
      command.run();
      return null;
    }

    Reservation taken() {
      return new Taken(System.nanoTime() + nanos);
    }
  }

  /** A permit that may be used at this time. */
  private record Taken(long readyAt) implements Reservation {
    @Override
    public boolean granted() {
      return true;
    }

    @Override
    public Duration readyIn() {
      return Duration.ofNanos(Math.max(0, readyAt - System.nanoTime()));
    }

    @Override
    public Duration use() {
      return readyIn();
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
