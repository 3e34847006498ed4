package cloud.finfusion.ratelimit;

import static cloud.finfusion.testing.FakeServer.json;
import static cloud.finfusion.testing.FakeServer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cloud.finfusion.FinFusion;
import cloud.finfusion.TestOptions;
import cloud.finfusion.error.RateLimitException;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.FakeTime;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.TestClients;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a 429 says of the next try, in the header that stands, and in the one that is drafted. */
class RateLimitResponsesTest {
  private static final String THIRTY = "\"d\";r=0;t=30";

  private final FakeTime time = FakeTime.flowing();
  @AutoClose private final FakeServer server = new FakeServer();

  /** The largest jitter makes the first wait of our own exactly one second. */
  private FinFusion.Builder client() {
    return TestOptions.random(TestOptions.time(TestClients.of(server), time), () -> 1);
  }

  static Stream<Arguments> refusals() {
    return Stream.of(BlockingOrAsync.values())
        .flatMap(
            mode ->
                Stream.of(
                    Arguments.of("no header: own backoff", mode, status(429), 1),
                    Arguments.of("RateLimit", mode, status(429, "RateLimit", THIRTY), 30),
                    Arguments.of(
                        "malformed: own backoff", mode, status(429, "RateLimit", "r=0;t"), 1),
                    Arguments.of(
                        "both: Retry-After wins",
                        mode,
                        status(429, "RateLimit", THIRTY, "Retry-After", "7"),
                        7),
                    Arguments.of(
                        "on a 503 it says nothing", mode, status(503, "RateLimit", THIRTY), 1)));
  }

  @ParameterizedTest(name = "C065 {0} {1}")
  @MethodSource("refusals")
  void theNextTryWaits(String name, BlockingOrAsync mode, MockResponse refusal, int seconds) {
    server.responds(refusal, json(Samples.CUSTOMER));
    try (Calls calls = new Calls(client().build(), mode)) {
      calls.customer("cust_1");

      assertThat(time.waits()).containsExactly(Duration.ofSeconds(seconds));
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C065 RateLimit beyond the deadline: given up at once, the wait is on the error")
  void beyondTheDeadline(BlockingOrAsync mode) {
    server.responds(status(429, "RateLimit", "\"d\";r=0;t=3600"));
    try (Calls calls = new Calls(client().build(), mode)) {
      RateLimitException error =
          catchThrowableOfType(RateLimitException.class, () -> calls.customer("cust_1"));

      assertThat(error.retryAfter()).isEqualTo(Duration.ofHours(1));
      assertThat(time.waits()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C065 C106 RateLimit pauses all who share the limiter")
  void itPausesTheLimiter(BlockingOrAsync mode) {
    server.responds(status(429, "RateLimit", THIRTY), json(Samples.CUSTOMER));
    RateLimiter shared = RateLimiter.builder().clock(time::nanos).build();
    try (Calls one = new Calls(client().rateLimiter(shared).retries(0).build(), mode);
        Calls other = new Calls(client().rateLimiter(shared).build(), mode)) {
      assertThat(catchThrowableOfType(RateLimitException.class, () -> one.customer("cust_1")))
          .isNotNull();
      other.customer("cust_1");

      assertThat(time.waits()).isEqualTo(List.of(Duration.ofSeconds(30)));
    }
  }
}
