package cloud.finfusion.internal.wait;

import cloud.finfusion.internal.run.RunServices;
import dev.failsafe.spi.Scheduler;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongFunction;

/**
 * Failsafe's scheduler on the timer and the threads of a client.
 *
 * @param delayFor the delay that is kept for one that Failsafe asks for
 * @param onScheduled is given each read that is scheduled
 */
record ReadScheduler(
    RunServices services, LongFunction<Duration> delayFor, Consumer<Future<?>> onScheduled)
    implements Scheduler {
  @Override
  public ScheduledFuture<?> schedule(Callable<?> read, long delay, TimeUnit unit) {
    Duration kept = delay > 0 ? delayFor.apply(unit.toNanos(delay)) : Duration.ZERO;
    ScheduledRead<?> scheduled = new ScheduledRead<>(read, kept);
    scheduled.takeBack = services.afterWait(kept, scheduled);
    onScheduled.accept(scheduled);
    return scheduled;
  }

  /** A read that starts later; cancelling it takes it back from the timer. */
  private static final class ScheduledRead<V> extends FutureTask<V> implements ScheduledFuture<V> {
    private final Duration delay;
    private volatile Runnable takeBack = () -> {};

    ScheduledRead(Callable<V> read, Duration delay) {
      super(read);
      this.delay = delay;
    }

    @Override
    protected void done() {
      if (isCancelled()) {
        takeBack.run();
      }
    }

    @Override
    public long getDelay(TimeUnit unit) {
      return unit.convert(delay);
    }

    @Override
    public int compareTo(Delayed other) {
      return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
    }
  }
}
