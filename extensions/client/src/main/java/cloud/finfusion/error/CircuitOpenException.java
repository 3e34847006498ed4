package cloud.finfusion.error;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The server failed so often that the client stopped sending for a while, so nothing was sent. The
 * cause is the last error response of this call, if one came.
 */
public class CircuitOpenException extends FinFusionException {
  private static final long serialVersionUID = 1L;

  private final Duration retryAfter;

  /** A refusal with the time until the next attempt may start. */
  public CircuitOpenException(CallFacts facts, Duration retryAfter, @Nullable Throwable cause) {
    super(
        facts,
        "the circuit is open after many failures, the next trial is in "
            + retryAfter.toMillis()
            + " ms. Nothing was sent this time. Try again after that.",
        cause);
    this.retryAfter = retryAfter;
  }

  /** Returns the time until the next attempt may start. */
  @Override
  public Duration retryAfter() {
    return retryAfter;
  }
}
