package cloud.finfusion.metrics;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The state of a client at one moment. What is null now is null for as long as the client lives.
 *
 * @param limit the plan; null if the client has no rate limiter
 * @param retryBudget how many retries may be made now; null if their number is not limited
 * @param keyAge how old the key is; null if that is not known
 */
public record ClientState(
    @Nullable LimitUsage limit, @Nullable Double retryBudget, @Nullable Duration keyAge) {

  /**
   * How much of the plan is used.
   *
   * @param limit how many requests the plan allows in its period
   * @param remaining how many requests may start at once, the burst included
   * @param degraded whether permits come from a substitute, because those that several machines
   *     share cannot be had
   */
  public record LimitUsage(long limit, long remaining, boolean degraded) {}
}
