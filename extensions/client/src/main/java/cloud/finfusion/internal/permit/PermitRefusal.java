package cloud.finfusion.internal.permit;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A permit that was refused.
 *
 * @param reason which source refused
 * @param retryAfter the time until the next permit
 */
public record PermitRefusal(Reason reason, Duration retryAfter) implements Permit {
  /** Which source refused. */
  public enum Reason {
    /** The plan has no permit in time. */
    RATE,
    /** The circuit is open. */
    CIRCUIT
  }

  @Override
  public @Nullable PermitRefusal refusal() {
    return this;
  }

  @Override
  public void release() {}

  @Override
  public void attemptEnded(AttemptEnd end) {}
}
