package cloud.finfusion.internal.call;

import cloud.finfusion.internal.guard.ExceptionNames;
import cloud.finfusion.internal.loop.AttemptResult;
import cloud.finfusion.internal.loop.LocalFailure;
import java.io.InterruptedIOException;
import java.util.Objects;

/** Names why an attempt has no response, in words that are as few as classes of exceptions. */
final class AttemptErrors {
  static final String CANCELLED = "cancelled";
  private static final String TIMEOUT = "timeout";

  private AttemptErrors() {}

  /** Returns the result in a word or two, as {@code status 503}, for a retry's reason. */
  static String label(AttemptResult result) {
    if (result.status() > 0) {
      return "status " + result.status();
    }
    return result.failure() == null ? "nothing" : ExceptionNames.of(result.failure());
  }

  /**
   * Returns the name.
   *
   * @param ofCaller whether the caller ended the attempt, of which the exception says nothing
   * @param late whether the time of the call is over
   */
  static String of(AttemptResult result, boolean ofCaller, boolean late) {
    if (late || (!ofCaller && result.failure() instanceof InterruptedIOException)) {
      return TIMEOUT;
    }
    return ofCaller ? CANCELLED : name(Objects.requireNonNull(result.failure()));
  }

  private static String name(Throwable failure) {
    return ExceptionNames.of(failure instanceof LocalFailure local ? local.typed() : failure);
  }
}
