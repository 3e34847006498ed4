package cloud.finfusion.internal.wait;

import cloud.finfusion.internal.run.RunServices;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The time of one wait: how long it took, what is left, and when the next read starts. */
final class WaitClock {
  /** So much is left to the last read, or half of what is left if that is less. */
  private static final long LAST_READ = TimeUnit.SECONDS.toNanos(1);

  private final RunServices services;
  private final long startedAt;
  private final long endsAt;
  private volatile boolean last;

  WaitClock(RunServices services, Duration timeout) {
    this.services = services;
    this.startedAt = services.nanos();
    this.endsAt = startedAt + timeout.toNanos();
  }

  Duration elapsed() {
    return Duration.ofNanos(services.nanos() - startedAt);
  }

  /** Returns what is left of the wait; zero or less when it is over. */
  Duration left() {
    return Duration.ofNanos(endsAt - services.nanos());
  }

  /** Returns whether another read may start, given how long the server asks to wait for it. */
  boolean allowsRead(Duration requested) {
    return !last && requested.compareTo(left()) < 0;
  }

  /**
   * Returns how long to wait before the next read: the delay, but not less than the server asks
   * for. A delay that would leave no time for a read is cut, and that read is the last one.
   */
  Duration delay(long backoff, Duration requested) {
    long left = Math.max(0, left().toNanos());
    long latest = left - Math.min(LAST_READ, left / 2);
    last = backoff >= latest;
    return Duration.ofNanos(Math.max(Math.min(backoff, latest), requested.toNanos()));
  }
}
