package cloud.finfusion.internal.permit;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the sources of permits learn of the end of an attempt.
 *
 * @param status the response's status; 0 if none came
 * @param failed whether the server or the network failed, not the caller and not this program
 * @param sent whether a byte may have left
 * @param retryAfter how long the response asks to wait; null if it does not
 * @param remaining how many requests are left, as the server says; null if it does not
 */
public record AttemptEnd(
    int status,
    boolean failed,
    boolean sent,
    @Nullable Duration retryAfter,
    @Nullable String remaining) {}
