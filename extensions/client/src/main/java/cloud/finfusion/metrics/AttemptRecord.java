package cloud.finfusion.metrics;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * An attempt that is over.
 *
 * @param operation the operation's name, as {@code payments.create}
 * @param number counts from 1
 * @param status the HTTP status; 0 if no response came
 * @param elapsed how long the attempt took on the wire, from the connection to the response's
 *     headers
 * @param errorType why no response came: {@code timeout}, {@code cancelled} if the call was ended
 *     meanwhile, or the simple name of the exception's class, as {@code ConnectException}; null if
 *     a response came
 * @param attributes what listeners keep of the call
 */
public record AttemptRecord(
    String operation,
    int number,
    int status,
    Duration elapsed,
    @Nullable String errorType,
    CallAttributes attributes) {}
