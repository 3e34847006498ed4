package cloud.finfusion.internal.retry;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * The wait that a response asks for: by Retry-After, the longest if there are several; for a 429
 * without one by RateLimit.
 */
public final class RequestedDelay {
  private static final String RATE_LIMIT = "RateLimit";

  private static final String RETRY_AFTER = "Retry-After";

  private RequestedDelay() {}

  /**
   * Returns the wait; null if the response asks for none.
   *
   * @param clock the wall clock, not read unless the response asks for a wait
   */
  public static @Nullable Duration of(Response response, InstantSource clock) {
    Duration retryAfter = longest(response.headers(RETRY_AFTER), clock);
    return retryAfter == null && response.code() == 429
        ? RateLimitHeader.parse(String.join(",", response.headers(RATE_LIMIT)))
        : retryAfter;
  }

  private static @Nullable Duration longest(List<String> values, InstantSource clock) {
    Duration longest = null;
    for (String each : values) {
      Duration wait = RetryAfter.parse(each, clock.instant());
      longest = longest == null || (wait != null && wait.compareTo(longest) > 0) ? wait : longest;
    }
    return longest;
  }
}
