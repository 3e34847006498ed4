package cloud.finfusion.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import cloud.finfusion.FinFusion;
import cloud.finfusion.TestOptions;
import cloud.finfusion.error.CircuitOpenException;
import cloud.finfusion.error.LimitReachedException;
import cloud.finfusion.error.ServerException;
import cloud.finfusion.ratelimit.RateLimiter;
import cloud.finfusion.ratelimit.Reservations;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.FakeTime;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.TestClients;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An attempt needs the circuit and the plan: either refuses, and neither loses what it gave. */
class CircuitAndPlanTest {
  private static final Duration OPEN_FOR = Duration.ofSeconds(30);

  @AutoClose private final FakeServer server = new FakeServer().responds(FakeServer.status(503));

  private static FinFusion.Builder client(FakeServer server, FakeTime time, RateLimiter plan) {
    CircuitBreakerOptions circuit =
        CircuitBreakerOptions.builder().failures(1).openFor(OPEN_FOR).build();
    return TestOptions.time(TestClients.of(server), time)
        .retries(0)
        .circuitBreaker(circuit)
        .rateLimiter(plan);
  }

  private static RateLimiter.Builder oneASecond(int burst, FakeTime time) {
    return RateLimiter.builder().maxRequests(60).burst(burst).clock(time::nanos);
  }

  @ParameterizedTest
  @EnumSource
  void eachRefusesWithItsOwnErrorAndItsOwnTime(BlockingOrAsync mode) {
    FakeTime time = FakeTime.flowing();
    RateLimiter plan = oneASecond(1, time).failFast().build();
    Reservations.reserve(plan, 0);
    try (Calls calls = new Calls(client(server, time, plan).build(), mode)) {
      assertThatThrownBy(() -> calls.customer("cust_1"))
          .isInstanceOfSatisfying(
              LimitReachedException.class,
              full -> assertThat(full.retryAfter()).isEqualTo(Duration.ofSeconds(1)));
      time.advance(Duration.ofSeconds(1).toNanos());
      assertThatThrownBy(() -> calls.customer("cust_1")).isInstanceOf(ServerException.class);

      assertThatThrownBy(() -> calls.customer("cust_1"))
          .isInstanceOfSatisfying(
              CircuitOpenException.class,
              open -> assertThat(open.retryAfter()).isEqualTo(OPEN_FOR));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aTrialWaitsForThePlanAndStaysTheTrial(BlockingOrAsync mode) {
    FakeTime time = FakeTime.flowing();
    RateLimiter plan = oneASecond(1, time).build();
    try (Calls calls = new Calls(client(server, time, plan).build(), mode)) {
      assertThat(catchThrowable(() -> calls.customer("cust_1"))).isNotNull();
      time.advance(OPEN_FOR.toNanos());
      Reservations.reserve(plan, 0);
      server.responds(FakeServer.json(Samples.CUSTOMER));

      calls.customer("cust_1");

      assertThat(time.waits()).containsExactly(Duration.ofSeconds(1));
    }
  }

  @Test
  void aTrialThatIsCancelledWhileItWaitsForThePlanLeavesTheTrialToTheNext() {
    FakeTime time = FakeTime.standing();
    RateLimiter plan = oneASecond(1, time).build();
    try (FinFusion client = client(server, time, plan).build()) {
      assertThat(catchThrowable(() -> client.customers().retrieve("cust_1"))).isNotNull();
      time.advance(OPEN_FOR.toNanos());
      Reservations.reserve(plan, 0);
      server.responds(FakeServer.json(Samples.CUSTOMER));
      CompletableFuture<?> trial = client.async().customers().retrieve("cust_1");

      trial.cancel(true);
      time.advance(Duration.ofSeconds(1).toNanos());

      assertThat(client.customers().retrieve("cust_1").id()).isEqualTo("cust_1");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aCircuitThatOpensWhileACallWaitsForThePlanRefusesIt(BlockingOrAsync mode) throws Exception {
    FakeTime time = FakeTime.flowing();
    RateLimiter plan = oneASecond(1, time).build();
    CountDownLatch received = new CountDownLatch(1);
    CountDownLatch waits = new CountDownLatch(1);
    try (FakeServer slow = new FakeServer(web -> web.setDispatcher(failing(received, waits)));
        FinFusion client = client(slow, time, plan).build()) {
      CompletableFuture<Throwable> failure =
          client.async().customers().retrieve("cust_1").handle((customer, error) -> error);
      assertThat(received.await(10, TimeUnit.SECONDS)).isTrue();
      time.atNextWait(
          () -> {
            waits.countDown();
            assertThat(failure.join()).isInstanceOf(ServerException.class);
          });

      assertThatThrownBy(() -> new Calls(client, mode).customer("cust_2"))
          .isInstanceOf(CircuitOpenException.class);
      assertThat(time.waits()).containsExactly(Duration.ofSeconds(1));
    }
  }

  /** A server that fails as soon as another call waits. */
  private static Dispatcher failing(CountDownLatch received, CountDownLatch waits) {
    return new Dispatcher() {
      @Override
      public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
        received.countDown();
        assertThat(waits.await(10, TimeUnit.SECONDS)).isTrue();
        return FakeServer.status(503);
      }
    };
  }
}
