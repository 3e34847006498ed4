package cloud.finfusion.sandbox.internal.webhooks;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The waits between the attempts of a webhook delivery: one more attempt after each of them. */
public record RetrySchedule(List<Duration> waits) {
  private static final Duration MAX_WAIT = Duration.ofDays(1);

  /** Short, because tests wait for it; FinFusion does not document its own schedule. */
  public static final RetrySchedule SHORT =
      of(Duration.ofMillis(100), Duration.ofMillis(200), Duration.ofMillis(400));

  public static RetrySchedule of(Duration... waits) {
    for (Duration wait : waits) {
      if (wait.isNegative() || wait.compareTo(MAX_WAIT) > 0) {
        throw new IllegalArgumentException("A wait is 0 to " + MAX_WAIT + ", not " + wait);
      }
    }
    return new RetrySchedule(List.of(waits));
  }

  /** How long to wait after this attempt, counted from 1; empty when it was the last one. */
  Optional<Duration> waitAfter(int attempt) {
    return attempt <= waits.size() ? Optional.of(waits.get(attempt - 1)) : Optional.empty();
  }
}
