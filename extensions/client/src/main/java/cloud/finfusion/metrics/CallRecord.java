package cloud.finfusion.metrics;

import cloud.finfusion.error.Outcome;
import java.time.Duration;

/**
 * A call that is over. Holds no ids, bodies or keys, so that every field may become a metric's tag.
 *
 * @param operation the operation's name, as {@code payments.create}
 * @param outcome what is known of its effect
 * @param status the last answer's HTTP status; 0 if none came, as for a kept answer
 * @param attempts how often it was tried, not always sent; 0 for a kept answer
 * @param elapsed how long it took, waits included
 */
public record CallRecord(
    String operation, Outcome outcome, int status, int attempts, Duration elapsed) {}
