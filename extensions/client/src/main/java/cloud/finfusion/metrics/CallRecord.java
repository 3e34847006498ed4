package cloud.finfusion.metrics;

import cloud.finfusion.error.CallCancelledException;
import cloud.finfusion.error.Outcome;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A call that is over. Holds no ids, bodies or keys, so that every field but the last may become a
 * metric's tag.
 *
 * @param operation the operation's name, as {@code payments.create}
 * @param outcome what is known of the call's effect
 * @param status the HTTP status of the last response, or of the one that was shared with an equal
 *     read; 0 if none came, as for a cached response
 * @param attempts how often the call was tried, not always sent; 0 for a response that was cached
 *     or shared
 * @param elapsed how long the call took, waits included
 * @param errorType the simple name of the error's class, as {@code RateLimitException}; null if the
 *     call succeeded. For a write whose outcome is unknown, the class of the reason.
 * @param errorCode the code of the API, as {@code RATE001}; null if there is none
 * @param attributes what listeners keep of the call
 */
public record CallRecord(
    String operation,
    Outcome outcome,
    int status,
    int attempts,
    Duration elapsed,
    @Nullable String errorType,
    @Nullable String errorCode,
    CallAttributes attributes) {

  /** How a call ended, for rates and alerts: what counts as an error is decided here alone. */
  public enum Result {
    /** The call succeeded, perhaps with the response of an equal read that it waited for. */
    SUCCESS,
    /** The response was in the cache. Says nothing of the server, so rates leave it out. */
    CACHED,
    /**
     * The API refused the business, not the integration: a status of 402, 404 or 422, as for a
     * declined card. Not an error.
     */
    BUSINESS_REFUSAL,
    /**
     * The caller cancelled or interrupted the call, or closed the client while it was under way.
     * Not an error.
     */
    CANCELLED,
    /** Anything else, an unknown outcome included. */
    ERROR;

    /** Returns the value of a metric's tag, as {@code business_refusal}. */
    public String tag() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Returns how the call ended. */
  public Result result() {
    if (errorType == null) {
      return attempts == 0 && status == 0 ? Result.CACHED : Result.SUCCESS;
    }
    if (outcome == Outcome.REFUSED && (status == 402 || status == 404 || status == 422)) {
      return Result.BUSINESS_REFUSAL;
    }
    return errorType.equals(CANCELLED) ? Result.CANCELLED : Result.ERROR;
  }

  private static final String CANCELLED = CallCancelledException.class.getSimpleName();
}
