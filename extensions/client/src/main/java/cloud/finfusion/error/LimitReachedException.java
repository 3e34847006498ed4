package cloud.finfusion.error;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The client's own limiter has no permit in time, so nothing was sent. The cause is the last error
 * response, if one came.
 */
public class LimitReachedException extends FinFusionException {
  private static final long serialVersionUID = 1L;

  private final Duration retryAfter;

  /** A refusal with the time until the next permit. */
  public LimitReachedException(CallFacts facts, Duration retryAfter, @Nullable Throwable cause) {
    super(
        facts,
        "no permit in time, the next one comes in "
            + retryAfter.toMillis()
            + " ms. Raise the deadline or maxWait, or lower the rate.",
        cause);
    this.retryAfter = retryAfter;
  }

  /** Returns the time until the next permit. */
  @Override
  public Duration retryAfter() {
    return retryAfter;
  }
}
