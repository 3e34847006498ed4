package cloud.finfusion.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.FinFusion;
import cloud.finfusion.TestOptions;
import cloud.finfusion.error.LimitReachedException;
import cloud.finfusion.error.Outcome;
import cloud.finfusion.error.RateLimitException;
import cloud.finfusion.error.ServerException;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.FakeTime;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.TestClients;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every attempt takes a permit, waits for it or is refused, and gives back what it does not use.
 */
class PermitTest {
  @AutoClose private final FakeServer server = new FakeServer();
  private final FakeTime time = FakeTime.flowing();

  private RateLimiter.Builder oneASecond(int burst, FakeTime clock) {
    return RateLimiter.builder().maxRequests(60).burst(burst).clock(clock::nanos);
  }

  private Calls calls(RateLimiter limiter, BlockingOrAsync mode) {
    return new Calls(
        TestOptions.time(TestClients.of(server), time).rateLimiter(limiter).build(), mode);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C105 retries take permits too: 10 permits are 10 requests, whatever the retries")
  void retriesTakePermitsToo(BlockingOrAsync mode) {
    server.responds(FakeServer.status(503));
    try (Calls calls = calls(oneASecond(10, time).failFast().clock(() -> 0).build(), mode)) {
      for (int i = 0; i < 10; i++) {
        assertThatThrownBy(() -> calls.customer("cust_1"))
            .isInstanceOfAny(ServerException.class, LimitReachedException.class);
      }

      assertThat(server.requests()).hasSize(10);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aCallWaitsForItsPermitWithinTheDeadline(BlockingOrAsync mode) {
    server.responds(FakeServer.json(Samples.CUSTOMER));
    try (Calls calls = calls(oneASecond(1, time).build(), mode)) {
      IntStream.range(0, 3).forEach(i -> calls.customer("cust_1"));

      assertThat(time.waits()).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(1));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aWaitBeyondTheDeadlineIsRefusedAtOnceAndNothingIsSent(BlockingOrAsync mode) {
    RateLimiter limiter = oneASecond(1, time).build();
    IntStream.range(0, 100).forEach(i -> Reservations.reserve(limiter, Long.MAX_VALUE));
    try (Calls calls = calls(limiter, mode)) {
      assertThatThrownBy(calls::pay)
          .isInstanceOfSatisfying(
              LimitReachedException.class,
              refused -> {
                assertThat(refused.outcome()).isEqualTo(Outcome.NOT_SENT);
                assertThat(refused.retryAfter()).isEqualTo(Duration.ofSeconds(100));
              })
          .hasMessage(
              "payments.create: no permit in time, the next one comes in 100000 ms. "
                  + "Raise the deadline or maxWait, or lower the rate.");

      assertThat(server.requests()).isEmpty();
      assertThat(time.waits()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C106 a 429 with Retry-After pauses all who share the limiter")
  void a429PausesAllWhoShareTheLimiter(BlockingOrAsync mode) {
    server.responds(FakeServer.status(429, "Retry-After", "5"), FakeServer.json(Samples.CUSTOMER));
    RateLimiter shared = oneASecond(100, time).build();
    try (Calls one =
            new Calls(
                TestOptions.time(TestClients.of(server), time)
                    .rateLimiter(shared)
                    .retries(0)
                    .build(),
                mode);
        Calls other = calls(shared, mode)) {
      assertThatThrownBy(() -> one.customer("cust_1")).isInstanceOf(RateLimitException.class);

      other.customer("cust_1");

      assertThat(time.waits()).containsExactly(Duration.ofSeconds(5));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRefusalOnALaterAttemptKeepsTheResponseBeforeIt(BlockingOrAsync mode) {
    server.responds(FakeServer.status(503));
    try (Calls calls = calls(oneASecond(1, time).failFast().clock(() -> 0).build(), mode)) {
      assertThatThrownBy(() -> calls.customer("cust_1"))
          .isInstanceOf(LimitReachedException.class)
          .hasCauseInstanceOf(ServerException.class);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theServersHeaderCorrectsTheLocalView(BlockingOrAsync mode) {
    server.responds(
        FakeServer.response(200, Samples.CUSTOMER).setHeader("X-RateLimit-Remaining", "3").build());
    RateLimiter limiter = oneASecond(100, time).build();
    try (Calls calls = calls(limiter, mode)) {
      calls.customer("cust_1");

      assertThat(limiter.remaining()).isEqualTo(3);
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C108 a key that rotates keeps its bucket, another account has its own")
  void aRotatedKeyKeepsItsBucket(BlockingOrAsync mode) {
    server.responds(FakeServer.json(Samples.CUSTOMER));
    RateLimiter plan = oneASecond(2, time).failFast().clock(() -> 0).build();
    String[] key = {"dev_old"};
    FinFusion.Builder one = TestClients.of(server).rateLimiter(plan.account("one"));
    FinFusion.Builder two = TestClients.of(server).rateLimiter(plan.account("two"));
    try (Calls ofOne = new Calls(one.credential(() -> key[0]).build(), mode);
        Calls ofTwo = new Calls(two.build(), mode)) {
      ofOne.customer("cust_1");
      key[0] = "dev_new";
      ofOne.customer("cust_1");

      assertThatThrownBy(() -> ofOne.customer("cust_1")).isInstanceOf(LimitReachedException.class);
      ofTwo.customer("cust_1");
      assertThat(server.headers("Authorization"))
          .startsWith("Bearer dev_old", "Bearer dev_new")
          .hasSize(3);
    }
  }

  @Test
  @DisplayName("C165 a cancelled wait gives its permit back")
  void aCancelledWaitGivesItsPermitBack() throws Exception {
    FakeTime standing = FakeTime.standing();
    RateLimiter limiter = oneASecond(1, standing).build();
    Reservations.reserve(limiter, Long.MAX_VALUE);
    try (FinFusion client =
        TestOptions.time(TestClients.of(server), standing).rateLimiter(limiter).build()) {
      CompletableFuture<?> waiting = client.async().customers().retrieve("cust_1");
      standing.awaitWait();

      waiting.cancel(true);

      assertThat(Reservations.reserve(limiter, Long.MAX_VALUE))
          .isEqualTo(Duration.ofSeconds(1).toNanos());
      assertThat(server.requests()).isEmpty();
    }
  }
}
