package cloud.finfusion.sandbox;

import cloud.finfusion.sandbox.internal.time.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A clock that stands still until a test moves it; for {@link
 * Sandbox.Builder#clock(InstantSource)}. What becomes due on the way is done, in order and each at
 * its instant, before {@link #advance(Duration)} returns: a slow payment succeeds, a customer
 * disputes, a transfer settles, a webhook is delivered again. For that the clock waits until
 * endpoints have responded, each for at most 10 seconds; they therefore must not advance it.
 * Thread-safe.
 */
public final class VirtualClock implements InstantSource {
  /** Longer than an endpoint may take to respond. */
  private static final Duration DELIVERY = Duration.ofSeconds(15);

  /** Those of the sandboxes that run. */
  final List<Schedule> schedules = new CopyOnWriteArrayList<>();

  private volatile Instant now;

  private VirtualClock(Instant start) {
    this.now = start;
  }

  /** A clock that stands at this instant. */
  public static VirtualClock at(Instant start) {
    return new VirtualClock(start);
  }

  @Override
  public Instant instant() {
    return now;
  }

  /**
   * Moves the clock on.
   *
   * @throws IllegalArgumentException if the duration is negative, since the clock never goes back
   */
  public synchronized void advance(Duration duration) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException("The clock goes forward only, not by " + duration);
    }
    Instant target = now.plus(duration);
    Optional<Instant> due = nextUntil(target);
    while (due.isPresent()) {
      now = due.get();
      schedules.forEach(Schedule::runDue);
      due = nextUntil(target);
    }
    now = target;
  }

  void add(Schedule schedule) {
    schedules.add(schedule);
  }

  void remove(Schedule schedule) {
    schedules.remove(schedule);
  }

  /** The next instant at which something is due: not before now, not after the target. */
  private Optional<Instant> nextUntil(Instant target) {
    schedules.forEach(each -> each.awaitEnds(DELIVERY));
    return schedules.stream()
        .map(Schedule::next)
        .flatMap(Optional::stream)
        .min(Comparator.naturalOrder())
        .filter(due -> !due.isAfter(target))
        .map(due -> due.isBefore(now) ? now : due);
  }

  @Override
  public String toString() {
    return "VirtualClock at " + now;
  }
}
