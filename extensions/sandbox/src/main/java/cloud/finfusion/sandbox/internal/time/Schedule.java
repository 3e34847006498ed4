package cloud.finfusion.sandbox.internal.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The work that is due at an instant of the sandbox's clock. Work runs alone, in the order of its
 * instants, and before any request that comes later. Since a clock does not say when it passes an
 * instant, an alarm in real time looks whether it did; a virtual clock looks by itself.
 */
public final class Schedule implements AutoCloseable {
  /** So that a clock that stands just before an instant is not looked at all the time. */
  private static final long MIN_ALARM_MILLIS = 10;

  private final InstantSource clock;
  private final Executor runner;
  private final PriorityQueue<Due> queue =
      new PriorityQueue<>(Comparator.comparing(Due::at).thenComparing(Due::number));
  private CompletableFuture<Void> alarm = CompletableFuture.completedFuture(null);
  private long added;
  private int inProgress;
  private long changedAt;
  private boolean closed;

  /** A schedule whose work a runner runs, at once and on the same thread. */
  public Schedule(InstantSource clock, Executor runner) {
    this.clock = clock;
    this.runner = runner;
  }

  /** Does what is due and then this work, while no other work runs. */
  public synchronized <T> T exclusively(Supplier<T> work) {
    runDue();
    return work.get();
  }

  /** Adds work that is due after this time on the clock; nothing once the schedule is closed. */
  public synchronized void after(Duration wait, Runnable work) {
    if (closed) {
      return;
    }
    Due due = new Due(clock.instant().plus(wait), added++, work);
    queue.add(due);
    if (due.equals(queue.peek())) {
      setAlarm();
    }
  }

  /** When the next work is due. */
  public synchronized Optional<Instant> next() {
    return Optional.ofNullable(queue.peek()).map(Due::at);
  }

  /** Does what is due, in order. */
  public synchronized void runDue() {
    Due next = queue.peek();
    while (next != null && !next.at.isAfter(clock.instant())) {
      runner.execute(queue.remove().work);
      next = queue.peek();
    }
  }

  /** Something begins on another thread that may add work before the clock moves on. */
  public synchronized void started() {
    inProgress++;
    changedAt = System.nanoTime();
  }

  /** What began ends. */
  public synchronized void ended() {
    inProgress--;
    changedAt = System.nanoTime();
    notifyAll();
  }

  /** Waits until nothing is in progress, or nothing began or ended for this time, in real time. */
  public synchronized void awaitEnds(Duration limit) {
    changedAt = System.nanoTime();
    try {
      long left = limit.toMillis();
      while (inProgress > 0 && left > 0 && !closed) {
        wait(left);
        left = limit.toMillis() - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - changedAt);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Drops all work. */
  @Override
  public synchronized void close() {
    closed = true;
    notifyAll();
    queue.clear();
    alarm.cancel(false);
  }

  private void setAlarm() {
    alarm.cancel(false);
    next()
        .map(at -> Duration.between(clock.instant(), at).toMillis())
        .ifPresent(
            millis -> {
              alarm =
                  new CompletableFuture<Void>()
                      .completeOnTimeout(
                          null, Math.max(MIN_ALARM_MILLIS, millis), TimeUnit.MILLISECONDS);
              CompletableFuture<Void> unused = alarm.thenRunAsync(this::wake);
            });
  }

  /** Does what is due, and sets the alarm by the clock as it is now. */
  synchronized void wake() {
    runDue();
    setAlarm();
  }

  /** Work, and a number that keeps the order of what is due at the same instant. */
  private record Due(Instant at, long number, Runnable work) {}
}
