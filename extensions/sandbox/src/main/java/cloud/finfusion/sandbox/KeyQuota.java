package cloud.finfusion.sandbox;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** What is left of a plan for one key. */
final class KeyQuota {
  private final Plan plan;
  private final TokenBucket bucket;
  private final Semaphore underWay;

  KeyQuota(Plan plan, InstantSource clock) {
    this.plan = plan;
    this.bucket = new TokenBucket(plan, clock);
    this.underWay = new Semaphore(plan.maxConcurrent());
  }

  /**
   * The reply, or the refusal of a request too many; only one refused by the bucket is told when.
   */
  ResponseWriter within(Supplier<ResponseWriter> reply) {
    if (!underWay.tryAcquire()) {
      return new ApiError(429, ErrorCode.RATE002, ErrorCode.RATE002.message, List.of()).answer();
    }
    try {
      return inTime(bucket.take(), reply);
    } finally {
      underWay.release();
    }
  }

  private ResponseWriter inTime(TokenBucket.Taken taken, Supplier<ResponseWriter> reply) {
    Map<String, String> view =
        Map.of(
            "X-RateLimit-Limit", String.valueOf(plan.perMinute()),
            "X-RateLimit-Remaining", String.valueOf(taken.remaining()),
            "X-RateLimit-Reset", String.valueOf(taken.secondsToFull()));
    return (taken.allowed() ? reply.get() : tooMany(taken)).withFirst(view);
  }

  private static ApiResponse tooMany(TokenBucket.Taken taken) {
    return new ApiError(429, ErrorCode.RATE001.message)
        .answer()
        .with(Map.of("Retry-After", String.valueOf(taken.secondsToNext())));
  }
}
