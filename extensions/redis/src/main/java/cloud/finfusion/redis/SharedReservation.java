package cloud.finfusion.redis;

import cloud.finfusion.spi.PermitSource;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A permit from the bucket in Redis. Used by its owner only. */
final class SharedReservation implements PermitSource.Reservation {
  private static final String NAME = "start"; // of no operation: it is not asked for

  private final RedisPermits source;
  private final PermitSource starts;
  private final long wait;
  private final long readyAt;
  private PermitSource.@Nullable Reservation started;

  /** The permit may be used after so many nanoseconds, and when an attempt may start. */
  SharedReservation(RedisPermits source, PermitSource starts, long wait) {
    this.source = source;
    this.starts = starts;
    this.wait = wait;
    this.readyAt = source.now() + wait;
  }

  @Override
  public boolean granted() {
    return true;
  }

  @Override
  public Duration readyIn() {
    return Duration.ofNanos(wait);
  }

  @Override
  public Duration use() {
    long left = Math.max(readyAt - source.now(), source.pauseLeft());
    return left > 0 ? Duration.ofNanos(left) : start();
  }

  private Duration start() {
    PermitSource.Reservation start =
        starts.reserve(NAME, Duration.ZERO).toCompletableFuture().join();
    if (!start.granted()) {
      return start.readyIn();
    }
    started = start;
    return start.use();
  }

  @Override
  public void release() {
    source.release();
    if (started != null) {
      started.release();
    }
  }
}
