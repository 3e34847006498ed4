package cloud.finfusion.internal.metrics;

import cloud.finfusion.internal.options.ClientOptions;
import cloud.finfusion.metrics.ClientState;
import cloud.finfusion.metrics.ClientState.LimitUsage;
import cloud.finfusion.metrics.MonitoredClient;
import cloud.finfusion.ratelimit.RateLimiter;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A client as its reporters see it.
 *
 * @param name the client's name
 * @param detailed whether details are wanted
 * @param options the client's options
 * @param retryBudget returns how many retries may be made now; null if that is not limited
 */
public record RunningClient(
    String name, boolean detailed, ClientOptions options, Supplier<@Nullable Double> retryBudget)
    implements MonitoredClient {
  @Override
  public ClientState state() {
    return new ClientState(limit(), retryBudget.get(), keyAge());
  }

  private @Nullable LimitUsage limit() {
    RateLimiter limiter = options.rateLimiter();
    return limiter == null
        ? null
        : new LimitUsage(limiter.limit(), limiter.remaining(), limiter.isDegraded());
  }

  private @Nullable Duration keyAge() {
    return options.keyCreatedAt() == null
        ? null
        : Duration.between(options.keyCreatedAt(), options.time().instant());
  }

  /** Shows the name only. */
  @Override
  public String toString() {
    return "client " + name;
  }
}
