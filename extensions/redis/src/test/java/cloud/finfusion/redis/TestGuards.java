package cloud.finfusion.redis;

import cloud.finfusion.webhook.ReplayGuard;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Guards for tests: each with a token of its own, as those of several instances. */
final class TestGuards {
  static final Duration LONG = Duration.ofMinutes(5);
  static final Duration REMEMBERED = Duration.ofDays(3);

  /** Sends again soon what could not be written. */
  private static final Executor SOON = CompletableFuture.delayedExecutor(20, TimeUnit.MILLISECONDS);

  private TestGuards() {}

  static ReplayGuard guard(FinFusionRedis redis, String token) {
    return guard(redis, token, LONG);
  }

  static ReplayGuard guard(FinFusionRedis redis, String token, Duration claimTime) {
    return new RedisReplayGuard(new EventClaims(redis, token, claimTime, REMEMBERED), SOON);
  }
}
