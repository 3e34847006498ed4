package cloud.finfusion.ratelimit;

import cloud.finfusion.internal.time.Time;
import cloud.finfusion.testing.FakeTime;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A standing time whose timers are run, all that are due, when a test says so. */
final class DueTimers implements Time {
  private final FakeTime standing;
  private final Set<Timer> timers = ConcurrentHashMap.newKeySet();

  DueTimers(FakeTime standing) {
    this.standing = standing;
  }

  private static final class Timer {
    private final long at;
    private final Runnable task;

    Timer(long at, Runnable task) {
      this.at = at;
      this.task = task;
    }
  }

  /** As a timer does that could not run for a while. */
  void runDue() {
    for (Timer each : List.copyOf(timers)) {
      if (each.at - nanos() <= 0 && timers.remove(each)) {
        each.task.run();
      }
    }
  }

  @Override
  public Runnable afterWait(long wait, Runnable task) {
    Timer timer = new Timer(nanos() + wait, task);
    timers.add(timer);
    Runnable counted = standing.afterWait(wait, () -> {});
    return () -> {
      timers.remove(timer);
      counted.run();
    };
  }

  @Override
  public long nanos() {
    return standing.nanos();
  }

  @Override
  public Instant instant() {
    return standing.instant();
  }

  @Override
  public void park(long wait) {
    standing.park(wait);
  }

  @Override
  public Runnable atLimit(long wait, Runnable task) {
    return standing.atLimit(wait, task);
  }

  @Override
  public void close() {
    standing.close();
  }
}
