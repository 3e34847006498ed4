package cloud.finfusion.error;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The server failed so often that the client does not ask it for a while, so nothing was sent; the
 * last answer of this call, if one came, is the cause.
 */
public class CircuitOpenException extends FinFusionException {
  private static final long serialVersionUID = 1L;

  private final Duration retryAfter;

  /** A refusal, and when the next attempt may try. */
  public CircuitOpenException(CallFacts facts, Duration retryAfter, @Nullable Throwable cause) {
    super(
        facts,
        "the circuit is open after many failures, the next trial is in "
            + retryAfter.toMillis()
            + " ms. Nothing was sent this time. Try again after that.",
        cause);
    this.retryAfter = retryAfter;
  }

  /** Returns when the next attempt may try. */
  public Duration retryAfter() {
    return retryAfter;
  }
}
