package cloud.finfusion.metrics;

import java.time.Duration;

/**
 * A call waited for a permit, or was refused one.
 *
 * @param operation the operation's name, as {@code payments.create}
 * @param source what was asked: {@code token}, {@code rate}, {@code concurrency}, {@code circuit}
 * @param waited how long the call waited for it; of a refusal, when the next permit may come, zero
 *     if that is not known
 */
public record PermitRecord(String operation, String source, Duration waited) {}
