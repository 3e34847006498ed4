package cloud.finfusion.sandbox.internal.webhooks;

import cloud.finfusion.sandbox.internal.time.Schedule;
import dev.failsafe.spi.Scheduler;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Delayed;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Starts the attempts of one delivery on the sandbox's clock. From the start of an attempt until
 * the next one is scheduled, or the delivery ends, a virtual clock stands still.
 */
final class ClockScheduler implements Scheduler {
  private final Schedule schedule;

  ClockScheduler(Schedule schedule) {
    this.schedule = schedule;
  }

  @Override
  public ScheduledFuture<?> schedule(Callable<?> attempt, long delay, TimeUnit unit) {
    Scheduled scheduled = new Scheduled();
    if (delay == 0) {
      CompletableFuture<Void> unused = CompletableFuture.runAsync(() -> scheduled.run(attempt));
    } else {
      schedule.after(Duration.ofNanos(unit.toNanos(delay)), () -> start(attempt, scheduled));
      schedule.ended();
    }
    return scheduled;
  }

  /** On another thread, since the schedule does nothing else meanwhile. */
  private void start(Callable<?> attempt, Scheduled scheduled) {
    schedule.started();
    CompletableFuture<Void> unused = CompletableFuture.runAsync(() -> scheduled.run(attempt));
  }

  /** What Failsafe may cancel; it never asks when it is due. */
  private static final class Scheduled extends CompletableFuture<Object>
      implements ScheduledFuture<Object> {
    void run(Callable<?> attempt) {
      try {
        if (!isDone()) {
          complete(attempt.call());
        }
      } catch (Exception e) {
        completeExceptionally(e);
      }
    }

    @Override
    public long getDelay(TimeUnit unit) {
      return 0;
    }

    @Override
    public int compareTo(Delayed other) {
      return 0;
    }
  }
}
