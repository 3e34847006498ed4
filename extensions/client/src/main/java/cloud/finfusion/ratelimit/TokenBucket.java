package cloud.finfusion.ratelimit;

import cloud.finfusion.spi.PermitSource;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.LongSupplier;

/**
 * The permits of a plan in this process. There are two buckets of the same size and rate: reserving
 * a permit charges the first, starting an attempt the second. They differ only after the process
 * stood still, as on a laptop that slept. Then all waiting calls would start at once, and the first
 * bucket would be full again besides; the second bucket spreads the starts.
 */
final class TokenBucket implements PermitSource {
  private final Bucket planned;
  private final Bucket started;
  private final double nanosPerPermit;
  private final long maxWait;
  private final LongSupplier clock;
  private final ServerPause pause;

  TokenBucket(long limit, Duration period, long burst, Duration maxWait, LongSupplier source) {
    long start = source.getAsLong();
    this.clock =
        () -> source.getAsLong() - start; // counts from zero, as nanoTime may be near its overflow
    this.nanosPerPermit = (double) period.toNanos() / limit;
    this.maxWait = maxWait.toNanos();
    this.pause = new ServerPause(clock);
    this.planned = bucket(limit, period, burst);
    this.started = bucket(limit, period, burst);
  }

  private Bucket bucket(long limit, Duration period, long burst) {
    return Bucket.builder()
        .addLimit(plan -> plan.capacity(burst).refillGreedy(limit, period))
        .withCustomTimePrecision(new Meter(clock))
        .build();
  }

  /**
   * A monotonic clock, so that setting the wall clock neither blocks calls nor lets a burst
   * through.
   */
  private record Meter(LongSupplier clock) implements TimeMeter {
    @Override
    public long currentTimeNanos() {
      return clock.getAsLong();
    }

    @Override
    public boolean isWallClockBased() {
      return false;
    }
  }

  @Override
  public CompletionStage<Reservation> reserve(String operation, Duration longest) {
    return CompletableFuture.completedFuture(reserved(Math.min(longest.toNanos(), maxWait)));
  }

  private Reservation reserved(long most) {
    long paused = pause.left();
    if (paused > most) {
      return new Refused(Duration.ofNanos(paused));
    }
    if (planned.tryConsume(1)) {
      return new Granted(paused);
    }
    long[] wait = {0};
    boolean taken =
        most > 0
            && planned.asBlocking().tryConsumeUninterruptibly(1, most, nanos -> wait[0] = nanos);
    return taken ? new Granted(Math.max(wait[0], paused)) : new Refused(retryAfter());
  }

  /**
   * Takes the permits of the pause out of the bucket, or a burst would start beside the calls that
   * waited.
   */
  @Override
  public void pause(Duration time) {
    long missed = pause.extend(time, nanos -> (long) (nanos / nanosPerPermit));
    if (missed > 0) {
      planned.consumeIgnoringRateLimits(missed);
    }
  }

  @Override
  public void sync(long remaining) {
    long more = planned.getAvailableTokens() - Math.max(0, remaining);
    if (more > 0) {
      planned.consumeIgnoringRateLimits(more);
    }
  }

  @Override
  public long remaining() {
    return planned.getAvailableTokens();
  }

  @Override
  public Duration retryAfter() {
    return Duration.ofNanos(Math.max(untilNext(planned), pause.left()));
  }

  private static long untilNext(Bucket bucket) {
    return bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill();
  }

  private record Refused(Duration readyIn) implements Reservation {
    @Override
    public boolean granted() {
      return false;
    }

    @Override
    public Duration use() {
      throw new IllegalStateException("refused");
    }

    @Override
    public void release() {}
  }

  private final class Granted implements Reservation {
    private final long wait;
    private final long readyAt;
    private boolean used; // read and written by its owner only

    Granted(long wait) {
      this.wait = wait;
      // a permit that is free at once needs no time
      this.readyAt = wait == 0 ? 0 : clock.getAsLong() + wait;
    }

    @Override
    public boolean granted() {
      return true;
    }

    @Override
    public Duration readyIn() {
      return nanos(wait);
    }

    @Override
    public Duration use() {
      long left = Math.max(wait == 0 ? 0 : readyAt - clock.getAsLong(), pause.left());
      if (left > 0) {
        return Duration.ofNanos(left);
      }
      used = started.tryConsume(1);
      return nanos(used ? 0 : Math.max(1, untilNext(started)));
    }

    @Override
    public void release() {
      planned.addTokens(1);
      if (used) {
        started.addTokens(1);
      }
    }

    private static Duration nanos(long value) {
      return value == 0 ? Duration.ZERO : Duration.ofNanos(value);
    }
  }
}
