package cloud.finfusion.redis;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.cache.CacheOptions;
import cloud.finfusion.ratelimit.RateLimiter;
import cloud.finfusion.webhook.WebhookVerifier;
import io.lettuce.core.RedisURI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The blocks of docs/ that need a Redis. */
class RedisRecipesTest {
  private final RedisProcess server = RedisProcess.launch();
  private final String redisUrl = server.uri().toURI().toString();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void limiter() {
    FinFusionRedis redis = FinFusionRedis.builder().uri(RedisURI.create(redisUrl)).build();
    RateLimiter limiter = RedisRateLimiter.builder(redis).plan(RateLimiter.highVolume()).build();

    assertThat(limiter.limit()).isEqualTo(1000);
    assertThat(limiter.remaining()).isEqualTo(1500);
    redis.close();
  }

  @Test
  void webhooksHandledOnce() {
    String secret = "whsec_recipe";
    FinFusionRedis redis = FinFusionRedis.builder().uri(RedisURI.create(redisUrl)).build();
    WebhookVerifier verifier =
        WebhookVerifier.builder()
            .secrets(secret) // whsec_…
            .replayGuard(RedisReplayGuard.builder(redis).build())
            .build();

    assertThat(verifier.toString()).doesNotContain(secret);
    redis.close();
  }

  @Test
  void cachesThatNotifyEachOther() {
    FinFusionRedis redis = FinFusionRedis.builder().uri(RedisURI.create(redisUrl)).build();
    CacheOptions cache =
        CacheOptions.builder()
            .invalidateOn("customer.*") // the same in all instances
            .sharedInvalidation(RedisInvalidation.builder(redis).build())
            .build();

    assertThat(cache.sharedInvalidation()).isNotNull();
    redis.close();
  }
}
