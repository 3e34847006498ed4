package cloud.finfusion.error;

import cloud.finfusion.runtime.SafeText;
import java.io.Serializable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a call that failed.
 *
 * @param operation its name, as {@code payments.create}
 * @param outcome what is known of its effect
 * @param retryable whether the same call may be made again, with the same idempotency key if it has
 *     one
 * @param attempts how often it was tried
 * @param elapsed how long it took, waits included
 * @param requestId the server's name for the last request, what is no name in it replaced; null if
 *     no response came
 */
public record CallFacts(
    String operation,
    Outcome outcome,
    boolean retryable,
    int attempts,
    Duration elapsed,
    @Nullable String requestId)
    implements Serializable {

  /** Takes a request id as a name: at most 64 characters, none that could forge a line. */
  public CallFacts {
    requestId = requestId == null ? null : SafeText.name(requestId);
  }

  /** Facts of something that was never a call: a setting or an argument. */
  static CallFacts local(String subject) {
    return new CallFacts(subject, Outcome.NOT_SENT, false, 0, Duration.ZERO, null);
  }

  /** These facts with the name of what they are about, as a setting. */
  CallFacts about(String subject) {
    return new CallFacts(subject, outcome, retryable, attempts, elapsed, requestId);
  }

  /**
   * How often it was tried, not always sent, and what to quote to support, for the end of a
   * sentence.
   */
  String trailer() {
    String request = requestId == null ? "" : " Request " + requestId + ".";
    return attempts > 1 ? " Tried " + attempts + " times." + request : request;
  }
}
