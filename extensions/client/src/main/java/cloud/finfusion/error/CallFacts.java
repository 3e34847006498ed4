package cloud.finfusion.error;

import cloud.finfusion.runtime.SafeText;
import java.io.Serializable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a call that failed.
 *
 * @param operation the operation's name, as {@code payments.create}
 * @param outcome what is known of the call's effect
 * @param retryable whether the same call may be made again, with the same idempotency key if it has
 *     one
 * @param attempts how often the call was tried
 * @param elapsed how long the call took, waits included
 * @param requestId the server's id of the last request, made safe to show; null if no response came
 */
public record CallFacts(
    String operation,
    Outcome outcome,
    boolean retryable,
    int attempts,
    Duration elapsed,
    @Nullable String requestId)
    implements Serializable {

  /** Replaces a request id that does not look like one: it could forge a line of a log. */
  public CallFacts {
    requestId = requestId == null ? null : SafeText.name(requestId);
  }

  /** Returns the facts of an error that no call led to: of a setting or an argument. */
  static CallFacts local(String subject) {
    return new CallFacts(subject, Outcome.NOT_SENT, false, 0, Duration.ZERO, null);
  }

  /** Returns these facts under another name, as that of a setting. */
  CallFacts about(String subject) {
    return new CallFacts(subject, outcome, retryable, attempts, elapsed, requestId);
  }

  /**
   * The number of tries, not all of them sent, and the request id for support: the end of a
   * message.
   */
  String trailer() {
    String request = requestId == null ? "" : " Request " + requestId + ".";
    return attempts > 1 ? " Tried " + attempts + " times." + request : request;
  }
}
