package cloud.finfusion.sandbox.internal.auth;

import cloud.finfusion.sandbox.internal.http.ApiError;
import cloud.finfusion.sandbox.internal.http.ApiResponse;
import cloud.finfusion.sandbox.internal.http.ErrorCode;
import cloud.finfusion.sandbox.internal.http.ResponseWriter;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** How many more requests one owner of credentials may make, of those that the plan allows. */
final class KeyQuota {
  private final QuotaLimits limits;
  private final TokenBucket bucket;
  private final Semaphore concurrent;

  KeyQuota(QuotaLimits limits, InstantSource clock) {
    this.limits = limits;
    this.bucket = new TokenBucket(limits, clock);
    this.concurrent = new Semaphore(limits.maxConcurrent());
  }

  /**
   * The response, or a 429 when the quota is used up. RATE002, too many at the same time, has no
   * {@code Retry-After}: the end of the requests in progress is unknown.
   */
  ResponseWriter limit(Supplier<ResponseWriter> response) {
    if (!concurrent.tryAcquire()) {
      return new ApiError(429, ErrorCode.RATE002, ErrorCode.RATE002.message, List.of()).response();
    }
    try {
      return limitRate(bucket.take(), response);
    } finally {
      concurrent.release();
    }
  }

  TokenBucket.Taken state() {
    return bucket.state();
  }

  private ResponseWriter limitRate(TokenBucket.Taken taken, Supplier<ResponseWriter> response) {
    Map<String, String> headers =
        Map.of(
            "X-RateLimit-Limit", String.valueOf(limits.perMinute()),
            "X-RateLimit-Remaining", String.valueOf(taken.remaining()),
            "X-RateLimit-Reset", String.valueOf(taken.secondsToFull()));
    return (taken.allowed() ? response.get() : rateLimited(taken)).withDefaults(headers);
  }

  private static ApiResponse rateLimited(TokenBucket.Taken taken) {
    return new ApiError(429, ErrorCode.RATE001.message)
        .response()
        .with(Map.of("Retry-After", String.valueOf(taken.secondsToNext())));
  }
}
