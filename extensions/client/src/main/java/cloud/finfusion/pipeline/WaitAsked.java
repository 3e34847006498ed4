package cloud.finfusion.pipeline;

import cloud.finfusion.retry.RateLimitHeader;
import cloud.finfusion.retry.RetryAfter;
import java.time.Duration;
import java.time.Instant;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** How long an answer asks to wait: Retry-After; a 429 without it also by RateLimit. */
final class WaitAsked {
  private static final String RATE_LIMIT = "RateLimit";

  private WaitAsked() {}

  /** Returns the wait; null if the answer asks for none. */
  static @Nullable Duration by(Response answer, Instant now) {
    Duration retryAfter = RetryAfter.parse(answer.header(Wire.RETRY_AFTER), now);
    return retryAfter == null && answer.code() == 429
        ? RateLimitHeader.parse(String.join(",", answer.headers(RATE_LIMIT)))
        : retryAfter;
  }
}
