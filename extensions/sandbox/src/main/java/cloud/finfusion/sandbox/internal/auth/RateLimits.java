package cloud.finfusion.sandbox.internal.auth;

import cloud.finfusion.sandbox.internal.http.ApiRequest;
import cloud.finfusion.sandbox.internal.http.ResponseWriter;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Limits each owner of credentials to the plan, if there is one. A rotated key shares the quota of
 * the old one. Requests without a valid credential are not limited; they fail with 401 later.
 */
public final class RateLimits {
  private final Credentials credentials;
  private final @Nullable QuotaLimits limits;
  private final InstantSource clock;
  private final Map<String, KeyQuota> quotas = new ConcurrentHashMap<>();

  public RateLimits(Credentials credentials, @Nullable QuotaLimits limits, InstantSource clock) {
    this.credentials = credentials;
    this.limits = limits;
    this.clock = clock;
  }

  /** The response, or a 429 when the quota of the request's owner is used up. */
  public ResponseWriter limit(ApiRequest request, Supplier<ResponseWriter> response) {
    QuotaLimits configured = limits;
    if (configured == null) {
      return response.get();
    }
    return credentials
        .owner(request)
        .map(owner -> quotas.computeIfAbsent(owner, any -> new KeyQuota(configured, clock)))
        .map(quota -> quota.limit(response))
        .orElseGet(response);
  }

  /** The limits of each owner, if there is a plan. */
  public Optional<QuotaLimits> limits() {
    return Optional.ofNullable(limits);
  }

  /** What each owner that has sent a request may still send, by owner. */
  public List<Remaining> remaining() {
    return quotas.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(each -> Remaining.of(each.getKey(), each.getValue().state()))
        .toList();
  }

  /** How many requests an owner may send now, and the seconds until the bucket is full. */
  public record Remaining(String owner, long requests, long secondsToFull) {
    private static Remaining of(String owner, TokenBucket.Taken left) {
      return new Remaining(owner, left.remaining(), left.secondsToFull());
    }
  }
}
