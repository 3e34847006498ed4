package cloud.finfusion.sandbox.internal.webhooks;

import dev.failsafe.RetryPolicy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;

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

  /** Retries after a broken connection, and after any status but 200 to 299. */
  RetryPolicy<Integer> policy() {
    return RetryPolicy.<Integer>builder()
        .handle(Throwable.class)
        .handleResultIf(status -> !isAccepted(status))
        .abortOn(CancellationException.class) // the sandbox is closed
        .withMaxRetries(waits.size())
        .withDelayFn(attempts -> waitAfter(attempts.getAttemptCount()))
        .build();
  }

  /** The wait after an attempt; the policy asks for one after the last attempt too. */
  private Duration waitAfter(int attempts) {
    return attempts > waits.size() ? Duration.ZERO : waits.get(attempts - 1);
  }

  static boolean isAccepted(int status) {
    return status / 100 == 2;
  }
}
