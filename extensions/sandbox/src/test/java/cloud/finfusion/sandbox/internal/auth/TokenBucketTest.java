package cloud.finfusion.sandbox.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.sandbox.testing.FakeClock;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The token bucket refills at the plan's rate, and says truly when the next request is allowed. */
class TokenBucketTest {
  private final FakeClock clock = new FakeClock();

  @Test
  @DisplayName("C211 the bucket is refilled at the plan's rate, to the nanosecond, up to the burst")
  void bucketIsRefilled() {
    TokenBucket bucket = new TokenBucket(new QuotaLimits(100, 150, 1), clock);
    assertThat(allowed(bucket, 1000)).isEqualTo(150);

    clock.advance(Duration.ofMillis(600).minusNanos(1));
    assertThat(allowed(bucket, 1)).isZero();
    clock.advance(Duration.ofNanos(1));
    assertThat(allowed(bucket, 2)).isEqualTo(1);
    clock.advance(Duration.ofMinutes(1));
    assertThat(allowed(bucket, 1000)).isEqualTo(100);
    clock.advance(Duration.ofDays(365));
    assertThat(allowed(bucket, 1000)).isEqualTo(150);
    clock.advance(Duration.ofHours(-1));
    assertThat(allowed(bucket, 1)).isZero();
  }

  @ParameterizedTest
  @CsvSource({"1,60", "7,9", "100,1", "1000000,1"})
  @DisplayName("C211 Retry-After is enough")
  void retryAfterIsEnough(int perMinute, int seconds) {
    TokenBucket bucket = new TokenBucket(new QuotaLimits(perMinute, 1, 1), clock);
    bucket.take();

    assertThat(bucket.take().secondsToNext()).isEqualTo(seconds);
    clock.advance(Duration.ofSeconds(seconds));
    assertThat(bucket.take().allowed()).isTrue();
  }

  private static long allowed(TokenBucket bucket, int requests) {
    return IntStream.range(0, requests).filter(i -> bucket.take().allowed()).count();
  }
}
