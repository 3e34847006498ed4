package cloud.finfusion.internal.loop;

import cloud.finfusion.error.Outcome;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a call ended, before its response is decoded. Immutable, so that code that runs afterwards
 * changes nothing.
 *
 * @param stop why the call was ended early; null if it was not
 * @param result the result of the last attempt; null if there was none
 * @param last the result of the last attempt that had a response; null if none had
 * @param outcome what is known of the call's effect
 * @param attempts how often the call was tried
 * @param retryAfter the time after which a call without a permit may try again
 */
public record CallEnd(
    @Nullable StopReason stop,
    @Nullable AttemptResult result,
    @Nullable AttemptResult last,
    Outcome outcome,
    int attempts,
    Duration retryAfter) {

  /** Returns the end of a read that shared the success of an equal one. */
  public static CallEnd ofSharedSuccess() {
    return new CallEnd(null, null, null, Outcome.DONE, 0, Duration.ZERO);
  }

  /** Returns whether the call ended with a response, of whatever status. */
  public boolean hasResponse() {
    return stop == null && result != null && result.response() != null;
  }

  /**
   * Returns whether callers of equal reads share this end, which is not so if the reason is this
   * caller's own.
   */
  public boolean isShareable() {
    return stop == null || (!stop.isOwn() && stop != StopReason.CIRCUIT_OPEN && attempts > 0);
  }
}
