package cloud.finfusion.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.ratelimit.RateLimiter;
import cloud.finfusion.runtime.InvalidArgumentException;
import io.lettuce.core.RedisURI;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Options out of bounds are refused by name, before anything is asked of Redis. */
class RedisOptionsTest {
  private static final RedisURI NOBODY = RedisURI.create("127.0.0.1", 1);

  @AutoClose private final FinFusionRedis redis = FinFusionRedis.builder().uri(NOBODY).build();

  @Test
  void aConnectionNeedsAPlace() {
    assertThatThrownBy(() -> FinFusionRedis.builder().build())
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("expected uri, client or clusterClient, got none");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "shop{1}", "shop}"})
  void aKeyPrefixIsShownAsItIs(String prefix) {
    assertThatThrownBy(() -> FinFusionRedis.builder().uri(NOBODY).keyPrefix(prefix).build())
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("keyPrefix")
        .hasMessageContaining("without a brace, got ");
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 0, 10_001})
  void aCommandTimeoutHasBounds(long millis) {
    FinFusionRedis.Builder builder =
        FinFusionRedis.builder().uri(NOBODY).commandTimeout(Duration.ofMillis(millis));

    assertThatThrownBy(builder::build)
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("commandTimeout");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 151})
  void aLeaseIsNoLargerThanTheBurst(int size) {
    assertThatThrownBy(() -> RedisRateLimiter.builder(redis).leaseSize(size).build())
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("leaseSize")
        .hasMessageContaining("expected 1 to 150, got " + size);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.1, 1.1, Double.NaN})
  void aLocalShareIsAPartOfThePlan(double share) {
    assertThatThrownBy(() -> RedisRateLimiter.builder(redis).localShare(share).build())
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("localShare");
  }

  @Test
  void theLimiterHasThePlansOptions() {
    RateLimiter limiter = RedisRateLimiter.builder(redis).plan(RateLimiter.highVolume()).build();

    assertThat(limiter.limit()).isEqualTo(1000);
    assertThat(limiter.burst()).isEqualTo(1500);
  }
}
