package cloud.finfusion.metrics;

import cloud.finfusion.error.Outcome;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A call that is over. Holds no ids, bodies or keys, so that every field but the last may become a
 * metric's tag.
 *
 * @param operation the operation's name, as {@code payments.create}
 * @param outcome what is known of the call's effect
 * @param status the last response's HTTP status; 0 if none came, as for a cached response
 * @param attempts how often the call was tried, not always sent; 0 for a cached response
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
    CallAttributes attributes) {}
