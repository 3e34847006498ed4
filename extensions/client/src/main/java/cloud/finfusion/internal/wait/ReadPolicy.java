package cloud.finfusion.internal.wait;

import cloud.finfusion.call.WaitOptions;
import dev.failsafe.RetryPolicy;
import dev.failsafe.RetryPolicyBuilder;
import java.time.Duration;

/** Makes Failsafe's policy of one wait, whose reads say whether to read again. */
final class ReadPolicy {
  private static final double JITTER = 0.1;

  private ReadPolicy() {}

  static RetryPolicy<Boolean> of(WaitOptions options) {
    Duration first = shortened(options.initialDelay());
    Duration longest = shortened(options.maxDelay());
    RetryPolicyBuilder<Boolean> policy =
        RetryPolicy.<Boolean>builder().handleResult(true).withMaxAttempts(-1).withJitter(JITTER);
    boolean grows = options.backoffFactor() > 1 && first.compareTo(longest) < 0;
    return (grows
            ? policy.withBackoff(first, longest, options.backoffFactor())
            : policy.withDelay(first))
        .build();
  }

  /** Failsafe's jitter lengthens delays too: with it, none is longer than the options say. */
  private static Duration shortened(Duration delay) {
    return Duration.ofNanos((long) (delay.toNanos() / (1 + JITTER)));
  }
}
