package cloud.finfusion.pipeline;

import dev.failsafe.spi.Scheduler;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Delayed;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Runs Failsafe's hops: the first at once, on the caller's thread; later ones on the timer. */
final class TimeScheduler implements Scheduler {
  private final Time time;

  TimeScheduler(Time time) {
    this.time = time;
  }

  @Override
  public ScheduledFuture<?> schedule(Callable<?> hop, long delay, TimeUnit unit) {
    Hop future = new Hop();
    if (delay == 0) {
      future.run(hop);
    } else {
      time.afterWait(unit.toNanos(delay), () -> future.run(hop));
    }
    return future;
  }

  /**
   * What Failsafe asks for; it cancels a hop only when it cancels a call, which we never let it do.
   */
  private static final class Hop extends CompletableFuture<Object>
      implements ScheduledFuture<Object> {
    void run(Callable<?> hop) {
      try {
        complete(hop.call());
      } catch (Exception failure) {
        completeExceptionally(failure);
      }
    }

    @Override
    public long getDelay(TimeUnit unit) {
      return 0;
    }

    @Override
    public int compareTo(Delayed other) {
      return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
    }
  }
}
