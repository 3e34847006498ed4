package cloud.finfusion.internal.loop;

import cloud.finfusion.error.Outcome;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a call ended, before its response is decoded. Immutable: whatever runs afterwards changes
 * nothing.
 *
 * @param stop why it was ended early; null if it was not
 * @param result what came of its last attempt; null if there was none
 * @param last what came of the last attempt that had a response; null if none had
 * @param outcome what is known of its effect
 * @param attempts how often it was tried
 * @param retryAfter when a call that was refused a permit may try again
 */
public record CallEnd(
    @Nullable StopReason stop,
    @Nullable AttemptResult result,
    @Nullable AttemptResult last,
    Outcome outcome,
    int attempts,
    Duration retryAfter) {

  /** The end of a read that an equal one made. */
  public static CallEnd ofSharedSuccess() {
    return new CallEnd(null, null, null, Outcome.DONE, 0, Duration.ZERO);
  }

  /** Whether it ended with a response, of whatever status. */
  public boolean hasResponse() {
    return stop == null && result != null && result.response() != null;
  }

  /** Whether it ended so for all who read the same, and not for a reason of this caller's own. */
  public boolean isShareable() {
    return stop == null || (!stop.isOwn() && stop != StopReason.CIRCUIT_OPEN && attempts > 0);
  }
}
