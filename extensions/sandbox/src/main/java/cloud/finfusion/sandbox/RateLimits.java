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
  private final Credentials keys;
  private final @Nullable Plan plan;
  private final InstantSource clock;
  private final Map<String, KeyQuota> allowances = new ConcurrentHashMap<>();

  RateLimits(Credentials keys, @Nullable Plan plan, InstantSource clock) {
    this.keys = keys;
    this.plan = plan;
    this.clock = clock;
  }

  /** The reply, or the refusal of a request too many. */
  ResponseWriter within(ApiRequest request, Supplier<ResponseWriter> reply) {
    Plan limit = plan;
    if (limit == null) {
      return reply.get();
    }
    return keys.owner(request)
        .map(owner -> allowances.computeIfAbsent(owner, any -> new KeyQuota(limit, clock)))
        .map(allowance -> allowance.within(reply))
        .orElseGet(reply);
  }
}
