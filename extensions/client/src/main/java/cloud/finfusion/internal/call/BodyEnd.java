package cloud.finfusion.internal.call;

import cloud.finfusion.error.FinFusionException;
import cloud.finfusion.error.Outcome;
import cloud.finfusion.internal.loop.AttemptResult;
import cloud.finfusion.internal.loop.CallEnd;
import cloud.finfusion.internal.loop.StopReason;
import java.time.Duration;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * How an open body ended.
 *
 * @param success the result of the attempt when the body was opened
 * @param result the result of the attempt now; that of no response if the body is not whole
 * @param stop why the body was ended early; null if it was read, closed by its caller, or broke
 * @param error what its caller learns; null if it was read or closed by its caller
 */
public record BodyEnd(
    AttemptResult success,
    AttemptResult result,
    @Nullable StopReason stop,
    @Nullable FinFusionException error) {
  /** Returns the end of a body that was read, or that its caller closed. */
  static BodyEnd whole(CallContext context, Response response) {
    AttemptResult success = success(context, response);
    return new BodyEnd(success, success, null, null);
  }

  /** Returns the end of a body whose rest did not come. */
  static BodyEnd broken(
      CallContext context, Response response, @Nullable StopReason stop, Throwable failure) {
    AttemptResult success = success(context, response);
    AttemptResult result = AttemptResults.of(context, null, failure, true, false);
    CallEnd end =
        new CallEnd(stop, result, success, Outcome.UNKNOWN, context.attempts(), Duration.ZERO);
    return new BodyEnd(success, result, stop, ErrorMapper.of(context, end));
  }

  private static AttemptResult success(CallContext context, Response response) {
    return AttemptResults.of(context, response, null, true, false);
  }

  /** Returns why the body is not whole, for an event of its attempt; null if it is. */
  @Nullable String problem() {
    boolean late = stop == StopReason.DEADLINE;
    return error == null ? null : AttemptErrors.of(result, stop != null && !late, late);
  }

  /** Returns what the attempt proves of the server, which is no worse for how its caller reads. */
  AttemptResult ofServer() {
    return stop == null ? result : success;
  }

  /** Returns the end of the file to who reads on; throws the error if it is not whole. */
  long afterwards() {
    if (error != null) {
      throw error;
    }
    return -1;
  }
}
