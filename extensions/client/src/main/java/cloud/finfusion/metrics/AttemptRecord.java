package cloud.finfusion.metrics;

import java.time.Duration;

/**
 * One trip over the wire that is over.
 *
 * @param operation the operation's name, as {@code payments.create}
 * @param number the first is 1
 * @param status the HTTP status; 0 if no answer came
 * @param elapsed how long it took, from the connection to the answer's headers
 */
public record AttemptRecord(String operation, int number, int status, Duration elapsed) {}
