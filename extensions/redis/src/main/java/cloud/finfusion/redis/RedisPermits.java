package cloud.finfusion.redis;

import cloud.finfusion.spi.PermitSource;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The permits of one account, from the bucket in Redis. While Redis fails they come from a bucket
 * of this instance with a share of the plan, or from nowhere.
 *
 * <p>As with a bucket in this process, attempts are spread when they start too: an instance that
 * stood still does not start all at once what waited.
 */
final class RedisPermits implements PermitSource {
  private final PermitSettings settings;
  private final SharedBucket bucket;
  private final Lease lease;
  private final @Nullable PermitSource share;
  private final PermitSource starts;
  private final LongSupplier clock;
  private final AtomicLong pausedUntil = new AtomicLong();

  RedisPermits(PermitSettings settings, String account) {
    this.settings = settings;
    this.clock = settings.clock();
    this.bucket = settings.bucket(account, clock);
    this.lease = new Lease(settings.leaseSize(), clock);
    this.share = settings.share();
    this.starts = settings.starts();
  }

  @Override
  public PermitSource account(String id) {
    return new RedisPermits(settings, id);
  }

  @Override
  public CompletionStage<Reservation> reserve(String operation, Duration longest) {
    Duration most = longest.compareTo(settings.maxWait()) < 0 ? longest : settings.maxWait();
    long paused = pauseLeft();
    if (paused > most.toNanos()) {
      return CompletableFuture.completedFuture(new RefusedReservation(Duration.ofNanos(paused)));
    }
    if (lease.take()) {
      return CompletableFuture.completedFuture(granted(paused));
    }
    return settings.circuit().allows() ? ask(operation, most) : substitute(operation, most);
  }

  private CompletionStage<Reservation> ask(String operation, Duration most) {
    int asked = lease.ask();
    return bucket
        .send(BucketRequest.reserve(asked, most, lease.expired()))
        .handle(
            (response, failure) -> {
              lease.ended(asked, failure == null ? response.granted() : 0);
              return failure == null
                  ? CompletableFuture.completedStage(decided(response))
                  : substitute(operation, most);
            })
        .thenCompose(decision -> decision);
  }

  private Reservation decided(BucketResponse response) {
    pausedUntil.accumulateAndGet(clock.getAsLong() + nanos(response.paused()), Math::max);
    return response.granted() > 0
        ? granted(Math.max(nanos(response.readyIn()), pauseLeft())) // Redis may have lost the pause
        : new RefusedReservation(Duration.ofNanos(nanos(response.readyIn())));
  }

  private Reservation granted(long wait) {
    return new SharedReservation(this, starts, wait);
  }

  private static long nanos(long micros) {
    return Math.multiplyExact(micros, 1000);
  }

  /** Redis fails. The share learns of a pause that another instance caused. */
  private CompletionStage<Reservation> substitute(String operation, Duration most) {
    if (share == null) {
      return CompletableFuture.completedStage(new RefusedReservation(RedisCircuit.BETWEEN_PROBES));
    }
    share.pause(Duration.ofNanos(pauseLeft()));
    return share.reserve(operation, most);
  }

  /** Returns the permit, and forgets it if Redis fails. */
  void release() {
    tell(BucketRequest.release(1));
  }

  long now() {
    return clock.getAsLong();
  }

  /** Returns the nanoseconds until the server's pause is over, as far as this instance knows. */
  long pauseLeft() {
    return Math.max(0, pausedUntil.get() - clock.getAsLong());
  }

  @Override
  public void pause(Duration time) {
    pausedUntil.accumulateAndGet(clock.getAsLong() + time.toNanos(), Math::max);
    if (share != null) {
      share.pause(time);
    }
    tell(BucketRequest.pause(time));
  }

  /** Redis is asked only if it may have more permits: not with each response. */
  @Override
  public void sync(long remaining) {
    if (share != null) {
      share.sync(remaining);
    }
    if (bucket.state().remaining(clock.getAsLong()) > remaining) {
      tell(BucketRequest.sync(Math.max(0, remaining)));
    }
  }

  private void tell(BucketRequest request) {
    if (settings.circuit().allows()) {
      var unused = bucket.send(request);
    }
  }

  /** Returns what this instance knows, without asking. */
  @Override
  public long remaining() {
    if (degraded()) {
      return share == null ? 0 : share.remaining();
    }
    return bucket.state().remaining(clock.getAsLong()) + lease.permits();
  }

  @Override
  public Duration retryAfter() {
    if (degraded()) {
      return share == null ? RedisCircuit.BETWEEN_PROBES : share.retryAfter();
    }
    long next = lease.permits() > 0 ? 0 : bucket.state().untilNext(clock.getAsLong());
    return Duration.ofNanos(Math.max(next, pauseLeft()));
  }

  @Override
  public boolean degraded() {
    return settings.circuit().isOpen();
  }
}
