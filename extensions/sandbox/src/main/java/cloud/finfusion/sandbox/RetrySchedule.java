package cloud.finfusion.sandbox;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How often a webhook is sent: once, and once more after each of these waits. */
record RetrySchedule(List<Duration> waits) {
  private static final Duration LONGEST = Duration.ofDays(1);

  /** Short, since a test waits for it; FinFusion's own schedule is not documented. */
  static final RetrySchedule SHORT =
      of(Duration.ofMillis(100), Duration.ofMillis(200), Duration.ofMillis(400));

  static RetrySchedule of(Duration... waits) {
    for (Duration wait : waits) {
      if (wait.isNegative() || wait.compareTo(LONGEST) > 0) {
        throw new IllegalArgumentException("A wait is 0 to " + LONGEST + ", not " + wait);
      }
    }
    return new RetrySchedule(List.of(waits));
  }

  /** How long to wait after this attempt failed, counted from 1; empty to give up. */
  Optional<Duration> waitAfter(int attempt) {
    return attempt <= waits.size() ? Optional.of(waits.get(attempt - 1)) : Optional.empty();
  }
}
