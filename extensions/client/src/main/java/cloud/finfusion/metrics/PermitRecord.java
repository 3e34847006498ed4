package cloud.finfusion.metrics;

import java.time.Duration;

/**
 * A call waited for a permit, or was refused one.
 *
 * @param operation the operation's name, as {@code payments.create}
 * @param source the source of the permit: {@code token}, {@code rate}, {@code concurrency}, {@code
 *     circuit}
 * @param waited how long the call waited; for a refusal, the time until the next permit, zero if
 *     that is not known
 */
public record PermitRecord(String operation, String source, Duration waited) {}
