package cloud.finfusion.redis;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.ratelimit.RateLimiter;
import io.lettuce.core.RedisURI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The blocks of docs/scale.md. */
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
}
