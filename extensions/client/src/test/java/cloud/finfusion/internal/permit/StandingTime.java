package cloud.finfusion.internal.permit;

import cloud.finfusion.internal.time.Time;
import java.time.Duration;
import java.time.Instant;

/** A clock that moves when the test says so. Nobody waits by it. */
public final class StandingTime implements Time {
  private long nanos;

  /** A clock at this time. */
  public StandingTime(long nanos) {
    this.nanos = nanos;
  }

  /** Moves it. */
  public void pass(Duration time) {
    nanos += time.toNanos();
  }

  @Override
  public long nanos() {
    return nanos;
  }

  @Override
  public Instant instant() {
    return Instant.EPOCH.plusNanos(nanos);
  }

  @Override
  public void park(long wait) {
    throw new AssertionError("nobody waits");
  }

  @Override
  public Runnable afterWait(long wait, Runnable task) {
    throw new AssertionError("nobody waits");
  }

  @Override
  public Runnable atLimit(long wait, Runnable task) {
    throw new AssertionError("nobody waits");
  }

  @Override
  public void close() {}
}
