package cloud.finfusion.metrics;

import java.time.Duration;

/**
 * A retry that is about to happen. Holds no ids, bodies or keys.
 *
 * @param operation the operation's name, as {@code payments.create}
 * @param attempts how often the call was tried so far, not always sent
 * @param reason how the last attempt ended, as {@code status 503}
 * @param delay the time until the next attempt
 */
public record RetryRecord(String operation, int attempts, String reason, Duration delay) {}
