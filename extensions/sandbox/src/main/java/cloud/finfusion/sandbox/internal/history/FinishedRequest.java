package cloud.finfusion.sandbox.internal.history;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request that has ended, without a secret of it.
 *
 * @param at when it ended, on the machine's clock
 * @param path redacted
 * @param operation the name of the operation; null when the path has none
 * @param status the status, or {@code closed} for a connection that was closed
 * @param key a hash of the idempotency key; null when there was none
 */
public record FinishedRequest(
    Instant at,
    String method,
    String path,
    @Nullable String operation,
    String status,
    @Nullable String key,
    Duration time) {
  /** As the program's log shows it. */
  public String line() {
    return "%s %s %s %s %d ms"
        .formatted(method, path, status, key == null ? "no-key" : "key:" + key, time.toMillis());
  }
}
