package cloud.finfusion.error;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The client's own limiter has no permit in time, so nothing was sent; the last answer, if one
 * came, is the cause.
 */
public class LimitReachedException extends FinFusionException {
  private static final long serialVersionUID = 1L;

  private final Duration retryAfter;

  /** A refusal, and when the next permit comes. */
  public LimitReachedException(CallFacts facts, Duration retryAfter, @Nullable Throwable cause) {
    super(
        facts,
        "no permit in time, the next one comes in "
            + retryAfter.toMillis()
            + " ms. Raise the deadline or maxWait, or lower the rate.",
        cause);
    this.retryAfter = retryAfter;
  }

  /** Returns when the next permit comes. */
  public Duration retryAfter() {
    return retryAfter;
  }
}
