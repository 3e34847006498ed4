package cloud.finfusion.examples.instances;

import cloud.finfusion.FinFusion;
import cloud.finfusion.cache.CacheOptions;
import cloud.finfusion.model.Event;
import cloud.finfusion.ratelimit.RateLimiter;
import cloud.finfusion.redis.FinFusionRedis;
import cloud.finfusion.redis.RedisInvalidation;
import cloud.finfusion.redis.RedisRateLimiter;
import cloud.finfusion.redis.RedisReplayGuard;
import cloud.finfusion.sandbox.Sandbox;
import cloud.finfusion.webhook.WebhookHandler;
import cloud.finfusion.webhook.WebhookVerifier;
import io.lettuce.core.RedisURI;
import java.time.Duration;
import java.util.function.Consumer;

/** What each instance of a program makes once to share a plan, what it cached, and webhooks. */
final class Instance implements AutoCloseable {
  /** Ten requests at once, and ten more each second. */
  static final RateLimiter PLAN =
      RateLimiter.builder().maxRequests(600).burst(10).failFast().build();

  /** After how long there are ten again. */
  static final Duration FULL_AGAIN = Duration.ofSeconds(1);

  static final Duration STALE_AT_MOST = Duration.ofSeconds(2);

  private final FinFusionRedis redis;
  private final RedisInvalidation invalidation;
  private final RateLimiter limiter;
  private final FinFusion client;
  private final WebhookHandler webhooks;

  Instance(RedisURI uri, Sandbox api, String webhookSecret, Consumer<Event> onEvent) {
    redis = FinFusionRedis.builder().uri(uri).build();
    limiter = RedisRateLimiter.builder(redis).plan(PLAN).build();
    invalidation = RedisInvalidation.builder(redis).staleAtMost(STALE_AT_MOST).build();
    client =
        FinFusion.builder()
            .apiKey(api.apiKey())
            .baseUrl(api.baseUri())
            .rateLimiter(limiter)
            .cache(
                CacheOptions.builder()
                    .invalidateOn("customer.*")
                    .sharedInvalidation(invalidation)
                    .build())
            .build();
    webhooks =
        WebhookHandler.builder(
                WebhookVerifier.builder()
                    .secrets(webhookSecret)
                    .replayGuard(RedisReplayGuard.builder(redis).build())
                    .build())
            .onOther(onEvent)
            .build();
  }

  FinFusion client() {
    return client;
  }

  RateLimiter limiter() {
    return limiter;
  }

  WebhookHandler webhooks() {
    return webhooks;
  }

  /** Returns whether its cache is used, and its permits are those of the plan. */
  boolean isSharing() {
    return invalidation.isCurrent() && !limiter.isDegraded();
  }

  @Override
  public void close() {
    client.close();
    invalidation.close();
    redis.close();
  }
}
