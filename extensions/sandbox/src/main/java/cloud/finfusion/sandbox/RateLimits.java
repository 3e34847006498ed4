package cloud.finfusion.sandbox;

import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Holds each key to the plan, if there is one. A rotated key goes on where the old one was; who has
 * no credential of ours meets no limit, and the refusal that is due.
 */
final class RateLimits {
  private final Keys keys;
  private final @Nullable Plan plan;
  private final InstantSource clock;
  private final Map<String, TokenBucket> buckets = new ConcurrentHashMap<>();

  RateLimits(Keys keys, @Nullable Plan plan, InstantSource clock) {
    this.keys = keys;
    this.plan = plan;
    this.clock = clock;
  }

  /** The reply, or the refusal of a request too many; both say what is left. */
  Reply within(ApiRequest request, Supplier<Reply> reply) {
    Plan limit = plan;
    if (limit == null) {
      return reply.get();
    }
    return keys.owner(request)
        .map(owner -> buckets.computeIfAbsent(owner, any -> new TokenBucket(limit, clock)))
        .map(bucket -> within(limit, bucket.take(), reply))
        .orElseGet(reply);
  }

  private static Reply within(Plan plan, TokenBucket.Taken taken, Supplier<Reply> reply) {
    Map<String, String> view =
        Map.of(
            "X-RateLimit-Limit", String.valueOf(plan.perMinute()),
            "X-RateLimit-Remaining", String.valueOf(taken.remaining()),
            "X-RateLimit-Reset", String.valueOf(taken.secondsToFull()));
    return (taken.allowed() ? reply.get() : tooMany(taken)).withFirst(view);
  }

  private static Answer tooMany(TokenBucket.Taken taken) {
    return new Refusal(429, ErrorCode.RATE001.message)
        .answer()
        .with(Map.of("Retry-After", String.valueOf(taken.secondsToNext())));
  }
}
