package cloud.finfusion.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cloud.finfusion.TestOptions;
import cloud.finfusion.call.CallOptions;
import cloud.finfusion.error.LimitReachedException;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.FakeTime;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.TestClients;
import java.time.Duration;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A wait for a permit leaves as much of the deadline as attempts are known to take. */
class TimeForTheAttemptTest {
  private static final CallOptions EIGHT_SECONDS =
      CallOptions.builder().deadline(Duration.ofSeconds(8)).build();

  private final FakeTime time = FakeTime.flowing();
  private volatile Duration exchange = Duration.ofSeconds(2);

  private final Dispatcher slow =
      new Dispatcher() {
        @Override
        public MockResponse dispatch(RecordedRequest request) {
          time.advance(exchange.toNanos());
          return FakeServer.json(Samples.PAYMENT);
        }
      };

  @AutoClose private final FakeServer server = new FakeServer(web -> web.setDispatcher(slow));

  private Calls calls(BlockingOrAsync mode) {
    RateLimiter everySevenSeconds =
        RateLimiter.builder().maxRequests(60).perMinutes(7).burst(1).clock(time::nanos).build();
    return new Calls(
        TestOptions.time(TestClients.of(server), time).rateLimiter(everySevenSeconds).build(),
        mode);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("D1 attempts take 2 s: no wait of 5 s for a permit within a deadline of 8 s")
  void noPermitThatCouldNotBeUsed(BlockingOrAsync mode) {
    try (Calls calls = calls(mode)) {
      calls.payment("pay_1");

      assertThat(
              catchThrowableOfType(
                  LimitReachedException.class, () -> calls.payment("pay_1", EIGHT_SECONDS)))
          .hasMessageStartingWith("payments.retrieve: ");
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("D1 attempts take no time: the same permit is waited for")
  void aPermitThatCanBeUsed(BlockingOrAsync mode) {
    exchange = Duration.ZERO;
    try (Calls calls = calls(mode)) {
      calls.payment("pay_1");
      time.advance(Duration.ofSeconds(2).toNanos());

      assertThat(calls.payment("pay_1", EIGHT_SECONDS).id()).isEqualTo("pay_1");
      assertThat(time.waits()).containsExactly(Duration.ofSeconds(5));
    }
  }
}
