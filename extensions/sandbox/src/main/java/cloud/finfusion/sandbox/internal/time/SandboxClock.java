package cloud.finfusion.sandbox.internal.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** The clock of a sandbox: the one that it was given, and how far it was moved on since. */
public final class SandboxClock implements InstantSource {
  private final InstantSource given;
  private volatile Duration ahead = Duration.ZERO;

  public SandboxClock(InstantSource given) {
    this.given = given;
  }

  @Override
  public Instant instant() {
    return given.instant().plus(ahead);
  }

  /** Moves the clock on; what becomes due on the way is done, in order and each at its instant. */
  public synchronized void advance(Duration duration, Schedule schedule) {
    Instant target = instant().plus(duration);
    Optional<Instant> due = nextUntil(target, schedule);
    while (due.isPresent()) {
      moveTo(due.get());
      schedule.runDue();
      due = nextUntil(target, schedule);
    }
    moveTo(target);
    schedule.wake();
  }

  private static Optional<Instant> nextUntil(Instant target, Schedule schedule) {
    return schedule.next().filter(due -> !due.isAfter(target));
  }

  /** Nothing where the clock, which runs meanwhile, has passed the instant. */
  private void moveTo(Instant instant) {
    Duration missing = Duration.between(instant(), instant);
    if (!missing.isNegative()) {
      ahead = ahead.plus(missing);
    }
  }
}
