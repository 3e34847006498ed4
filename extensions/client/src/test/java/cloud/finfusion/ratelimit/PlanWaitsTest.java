package cloud.finfusion.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.FinFusion;
import cloud.finfusion.TestOptions;
import cloud.finfusion.error.LimitReachedException;
import cloud.finfusion.error.Outcome;
import cloud.finfusion.error.RateLimitException;
import cloud.finfusion.error.ServerException;
import cloud.finfusion.testing.Await;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.FakeTime;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.StartedCall;
import cloud.finfusion.testing.TestClients;
import cloud.finfusion.testing.WaitingCalls;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A wait for a plan's permit lasts as long as the plan and the server say, whatever wakes it. */
class PlanWaitsTest {
  private final FakeTime time = FakeTime.flowing();
  private final RateLimiter limiter =
      RateLimiter.builder().maxRequests(60).burst(1).clock(time::nanos).build();

  @AutoClose
  private final FakeServer server = new FakeServer().responds(FakeServer.json(Samples.CUSTOMER));

  /** Never without a permit, so that whoever has to wait waits for a pause. */
  private final RateLimiter full =
      RateLimiter.builder().maxRequests(60).burst(10_000).clock(time::nanos).build();

  private Calls calls(BlockingOrAsync mode) {
    return calls(mode, limiter);
  }

  private Calls calls(BlockingOrAsync mode, RateLimiter plan) {
    return new Calls(
        TestOptions.time(TestClients.of(server), time).rateLimiter(plan).retries(0).build(), mode);
  }

  @Test
  void aCallThatIsWokenEarlyWaitsForTheRest() throws Exception {
    FakeTime standing = FakeTime.standing();
    try (WaitingCalls waiting = new WaitingCalls(WaitingCalls.WaitPoint.PERMIT, standing)) {
      StartedCall call =
          new StartedCall(waiting.client(), BlockingOrAsync.BLOCKING, waiting.newCall());
      waiting.awaitWaits(1);
      standing.advance(Duration.ofSeconds(20).toNanos());

      LockSupport.unpark(call.caller());
      Await.until(() -> standing.waits().size() == 2);

      assertThat(standing.waits()).containsExactly(Duration.ofSeconds(60), Duration.ofSeconds(40));
      assertThat(waiting.requests()).isZero();
      waiting.client().close();
      call.end();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aPauseThatBeginsDuringAWaitMakesItLonger(BlockingOrAsync mode) {
    Reservations.reserve(limiter, 0);
    time.atNextWait(() -> Reservations.source(limiter).pause(Duration.ofSeconds(5)));
    try (Calls calls = calls(mode)) {
      calls.customer("cust_1");

      assertThat(time.waits()).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(4));
    }
  }

  /** There is one slot, and a call that kept it would wait for it in vain. */
  @ParameterizedTest
  @EnumSource
  void aSlotIsGivenBackForAPauseThatBeginsDuringAWait(BlockingOrAsync mode) {
    Reservations.reserve(limiter, 0);
    time.atNextWait(() -> Reservations.source(limiter).pause(Duration.ofSeconds(5)));
    FinFusion.Builder one = TestClients.of(server).rateLimiter(limiter).maxConcurrent(1).retries(0);
    try (Calls calls = new Calls(TestOptions.time(one, time).build(), mode)) {
      calls.customer("cust_1");

      assertThat(time.waits()).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(4));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aPauseBeyondTheDeadlineRefusesWhoWaitsAndThePermitGoesToAnother(BlockingOrAsync mode) {
    Reservations.reserve(limiter, 0);
    time.atNextWait(() -> Reservations.source(limiter).pause(Duration.ofSeconds(100)));
    try (Calls calls = calls(mode)) {
      assertThatThrownBy(() -> calls.customer("cust_1"))
          .isInstanceOfSatisfying(
              LimitReachedException.class,
              refused -> {
                assertThat(refused.outcome()).isEqualTo(Outcome.NOT_SENT);
                assertThat(refused.retryAfter()).isEqualTo(Duration.ofSeconds(99)); // of the pause
              });

      assertThat(time.waits()).containsExactly(Duration.ofSeconds(1));
      assertThat(limiter.retryAfter()).isEqualTo(Duration.ofSeconds(100));
      assertThat(server.requests()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void a503WithRetryAfterStopsNobodyElse(BlockingOrAsync mode) {
    server.responds(FakeServer.status(503, "Retry-After", "5"), FakeServer.json(Samples.CUSTOMER));
    try (Calls calls = calls(mode, full)) {
      assertThatThrownBy(() -> calls.customer("cust_1")).isInstanceOf(ServerException.class);

      assertThat(full.retryAfter()).isZero();
    }
  }

  @ParameterizedTest
  @CsvSource({"BLOCKING, 3599, 3599", "ASYNC, 3601, 3600", "BLOCKING, 86400, 3600"})
  void a429PausesThePlanForAnHourAtMost(BlockingOrAsync mode, String asked, long seconds) {
    server.responds(FakeServer.status(429, "Retry-After", asked));
    try (Calls calls = calls(mode, full)) {
      assertThatThrownBy(() -> calls.customer("cust_1")).isInstanceOf(RateLimitException.class);

      assertThat(full.retryAfter()).isEqualTo(Duration.ofSeconds(seconds));
    }
  }
}
