package cloud.finfusion.metrics;

import java.time.Duration;

/**
 * A retry that is about to happen. Holds no ids, bodies or keys.
 *
 * @param operation the operation's name, as {@code payments.create}
 * @param attempts how often it was tried so far, not always sent
 * @param reason what the last attempt ended with, as {@code status 503}
 * @param delay how long until the next one
 */
public record RetryRecord(String operation, int attempts, String reason, Duration delay) {}
