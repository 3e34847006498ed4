package cloud.finfusion.testing;

import cloud.finfusion.internal.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/** Another's time, and how many waits began in it. */
final class CountingTime implements Time {
  /** Shorter waits are the hops of the retry loop, not waits of a call. */
  private static final Duration HOP = Duration.ofMillis(1);

  private final Time time;
  private final AtomicInteger waits = new AtomicInteger();
  private final AtomicInteger limits = new AtomicInteger();

  CountingTime(Time time) {
    this.time = time;
  }

  int waits() {
    return waits.get();
  }

  /** How many limits of time were set. */
  int limits() {
    return limits.get();
  }

  private void count(long wait) {
    if (wait >= HOP.toNanos()) {
      waits.incrementAndGet();
    }
  }

  @Override
  public long nanos() {
    return time.nanos();
  }

  @Override
  public Instant instant() {
    return time.instant();
  }

  @Override
  public void park(long wait) {
    count(wait);
    time.park(wait);
  }

  @Override
  public Runnable afterWait(long wait, Runnable task) {
    Runnable takeBack = time.afterWait(wait, task);
    count(wait);
    return takeBack;
  }

  @Override
  public Runnable atLimit(long wait, Runnable task) {
    Runnable takeBack = time.atLimit(wait, task);
    limits.incrementAndGet();
    return takeBack;
  }

  @Override
  public void close() {
    time.close();
  }
}
