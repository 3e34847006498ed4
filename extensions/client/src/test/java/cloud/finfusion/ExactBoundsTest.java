package cloud.finfusion;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.cache.CacheOptions;
import cloud.finfusion.call.CallOptions;
import cloud.finfusion.ratelimit.RateLimiter;
import cloud.finfusion.retry.CircuitBreakerOptions;
import cloud.finfusion.retry.RetryOptions;
import cloud.finfusion.runtime.InvalidArgumentException;
import cloud.finfusion.testing.Samples;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each bound of an option is accepted exactly at it and refused just beyond it. */
class ExactBoundsTest {
  private static final Duration NONE = Duration.ZERO;
  private static final Duration INSTANT = Duration.ofNanos(1);
  private static final Duration MOMENT = Duration.ofMillis(1);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);

  static Stream<Arguments> bounds() {
    return Stream.of(retries(), circuits(), limiters(), caches(), calls(), clients())
        .flatMap(bounds -> bounds);
  }

  private static Stream<Arguments> retries() {
    return Stream.of(
        whole("RetryOptions.maxRetries", 0, 100, v -> retry().maxRetries(v).build()),
        bound(
            "RetryOptions.initialDelay",
            List.of(NONE, DAY),
            List.of(NONE.minusNanos(1)),
            v -> retry(v, DAY)),
        time("RetryOptions.maxDelay", HOUR, DAY, v -> retry(HOUR, v)),
        real("RetryOptions.backoffFactor", 1, 100, v -> retry().backoffFactor(v).build()),
        whole(
            "RetryOptions.retryableStatuses", 400, 599, v -> retry().retryableStatuses(v).build()),
        real("RetryOptions.budget", 0, 1, v -> retry().budget(v, 0).build()),
        whole("RetryOptions.budget", 0, 1000, v -> retry().budget(0, v).build()));
  }

  private static RetryOptions.Builder retry() {
    return RetryOptions.builder();
  }

  private static void retry(Duration initial, Duration longest) {
    retry().initialDelay(initial).maxDelay(longest).build();
  }

  private static Stream<Arguments> circuits() {
    return Stream.of(
        whole(
            "CircuitBreakerOptions.failures",
            1,
            10_000,
            v -> CircuitBreakerOptions.builder().failures(v).build()),
        time(
            "CircuitBreakerOptions.openFor",
            MOMENT,
            HOUR,
            v -> CircuitBreakerOptions.builder().openFor(v).build()));
  }

  private static Stream<Arguments> limiters() {
    return Stream.of(
        whole("RateLimiter.maxRequests", 1, 1_000_000, v -> limiter().maxRequests(v).build()),
        whole("RateLimiter.perMinutes", 1, 1440, v -> limiter().perMinutes(v).build()),
        whole("RateLimiter.burst", 1, 1_000_000, v -> limiter().burst(v).build()),
        time("RateLimiter.maxWait", NONE, DAY, v -> limiter().maxWait(v).build()));
  }

  private static RateLimiter.Builder limiter() {
    return RateLimiter.builder();
  }

  private static Stream<Arguments> caches() {
    return Stream.of(
        time("ttl", INSTANT, Duration.ofDays(30), v -> CacheOptions.builder().ttl(v).build()),
        whole("maxSize", 1, 10_000_000, v -> CacheOptions.builder().maxSize(v).build()));
  }

  private static Stream<Arguments> calls() {
    return Stream.of(
        time("deadline", INSTANT, DAY, v -> call().deadline(v).build()),
        time("timeout", INSTANT, DAY, v -> call().timeout(v).build()),
        whole("idempotencyKey", 1, 255, v -> call().idempotencyKey("k".repeat(v)).build()),
        whole(
            "idempotencyReference",
            1,
            1000,
            v -> call().idempotencyReference("r".repeat(v)).build()),
        bound("idempotencyKey", List.of("!", "~"), List.of(" ", "\u007f"), ExactBoundsTest::key));
  }

  private static CallOptions.Builder call() {
    return CallOptions.builder();
  }

  private static void key(String key) {
    call().idempotencyKey(key).build();
  }

  private static Stream<Arguments> clients() {
    return Stream.of(
        time("connectTimeout", MOMENT, DAY, v -> client().connectTimeout(v).build().close()),
        time("timeout", INSTANT, DAY, v -> client().timeout(v).build().close()),
        time("deadline", INSTANT, DAY, v -> client().deadline(v).build().close()),
        bound(
            "maxResponseBytes",
            List.of(1L),
            List.of(0L),
            v -> client().maxResponseBytes(v).build().close()),
        bound(
            "maxConcurrent",
            List.of(1),
            List.of(0),
            v -> client().maxConcurrent(v).build().close()));
  }

  private static FinFusion.Builder client() {
    return FinFusion.builder().apiKey(Samples.KEY);
  }

  private static Arguments whole(String option, int least, int most, Consumer<Integer> set) {
    return bound(option, List.of(least, most), List.of(least - 1, most + 1), set);
  }

  private static Arguments real(String option, double least, double most, Consumer<Double> set) {
    return bound(
        option, List.of(least, most), List.of(Math.nextDown(least), Math.nextUp(most)), set);
  }

  private static Arguments time(
      String option, Duration least, Duration most, Consumer<Duration> set) {
    return bound(
        option, List.of(least, most), List.of(least.minusNanos(1), most.plusNanos(1)), set);
  }

  private static <T> Arguments bound(
      String option, List<T> accepted, List<T> refused, Consumer<T> set) {
    return Arguments.of(option, accepted, refused, set);
  }

  @ParameterizedTest(name = "{0}: {1}, not {2}")
  @MethodSource("bounds")
  <T> void isExact(String option, List<T> accepted, List<T> refused, Consumer<T> set) {
    for (T value : accepted) {
      assertThatCode(() -> set.accept(value)).as("%s", value).doesNotThrowAnyException();
    }
    for (T value : refused) {
      assertThatThrownBy(() -> set.accept(value))
          .as("%s", value)
          .isInstanceOf(InvalidArgumentException.class)
          .hasMessageStartingWith(option + ": expected ");
    }
  }
}
