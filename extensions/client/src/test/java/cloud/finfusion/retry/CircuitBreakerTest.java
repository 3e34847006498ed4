package cloud.finfusion.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import cloud.finfusion.FinFusion;
import cloud.finfusion.TestOptions;
import cloud.finfusion.error.CircuitOpenException;
import cloud.finfusion.error.ConnectionException;
import cloud.finfusion.error.DeadlineExceededException;
import cloud.finfusion.error.NotFoundException;
import cloud.finfusion.error.Outcome;
import cloud.finfusion.error.OutcomeUnknownException;
import cloud.finfusion.error.ServerException;
import cloud.finfusion.ratelimit.RateLimiter;
import cloud.finfusion.runtime.InvalidArgumentException;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.FakeTime;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.TestClients;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A server that is down is left alone, tried by one attempt at a time, and used when it is back.
 */
class CircuitBreakerTest {
  private static final Duration OPEN_FOR = Duration.ofSeconds(30);

  @AutoClose private final FakeServer server = new FakeServer().responds(FakeServer.status(503));
  private final FakeTime time = FakeTime.flowing();

  private FinFusion.Builder client(int failures) {
    return TestOptions.time(TestClients.of(server), time)
        .circuitBreaker(
            CircuitBreakerOptions.builder().failures(failures).openFor(OPEN_FOR).build());
  }

  private Calls calls(int failures, BlockingOrAsync mode) {
    return new Calls(client(failures).retries(0).build(), mode);
  }

  private static void fail(Calls calls, int times) {
    for (int i = 0; i < times; i++) {
      assertThat(catchThrowable(() -> calls.customer("cust_1"))).isNotNull();
    }
  }

  @ParameterizedTest
  @EnumSource
  void afterSoManyFailuresInARowNothingIsSent(BlockingOrAsync mode) {
    try (Calls calls = calls(3, mode)) {
      fail(calls, 3);

      assertThatThrownBy(calls::pay)
          .isInstanceOfSatisfying(
              CircuitOpenException.class,
              open -> {
                assertThat(open.outcome()).isEqualTo(Outcome.NOT_SENT);
                assertThat(open.attempts()).isZero();
                assertThat(open.retryAfter()).isEqualTo(OPEN_FOR);
              })
          .hasMessage(
              "payments.create: the circuit is open after many failures, the next trial is in "
                  + "30000 ms. Nothing was sent this time. Try again after that.");
      assertThat(server.requests()).hasSize(3);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aSuccessBetweenFailuresStartsTheCountAnew(BlockingOrAsync mode) {
    server.responds(
        FakeServer.status(503), FakeServer.json(Samples.CUSTOMER), FakeServer.status(503));
    try (Calls calls = calls(2, mode)) {
      fail(calls, 1);
      calls.customer("cust_1");

      assertThatThrownBy(() -> calls.customer("cust_1")).isInstanceOf(ServerException.class);
      assertThatThrownBy(() -> calls.customer("cust_1")).isInstanceOf(ServerException.class);
      assertThatThrownBy(() -> calls.customer("cust_1")).isInstanceOf(CircuitOpenException.class);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aResponseThatRefusesIsASignOfLife(BlockingOrAsync mode) {
    server.responds(FakeServer.status(404));
    try (Calls calls = calls(1, mode)) {
      for (int i = 0; i < 3; i++) {
        assertThatThrownBy(() -> calls.customer("cust_1")).isInstanceOf(NotFoundException.class);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aBrokenConnectionIsAFailure(BlockingOrAsync mode) {
    server.responds(FakeServer.dropped());
    try (Calls calls = calls(1, mode)) {
      assertThatThrownBy(() -> calls.customer("cust_1")).isInstanceOf(ConnectionException.class);
      assertThatThrownBy(() -> calls.customer("cust_1")).isInstanceOf(CircuitOpenException.class);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aTrialThatSucceedsClosesIt(BlockingOrAsync mode) {
    try (Calls calls = calls(1, mode)) {
      fail(calls, 1);
      server.responds(FakeServer.json(Samples.CUSTOMER));
      time.advance(OPEN_FOR.toNanos());

      calls.customer("cust_1");
      calls.customer("cust_1");

      assertThat(server.requests()).hasSize(3);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aTrialThatFailsOpensItAgain(BlockingOrAsync mode) {
    try (Calls calls = calls(2, mode)) {
      fail(calls, 2);
      time.advance(OPEN_FOR.toNanos());

      assertThatThrownBy(() -> calls.customer("cust_1")).isInstanceOf(ServerException.class);
      assertThatThrownBy(() -> calls.customer("cust_1")).isInstanceOf(CircuitOpenException.class);
    }
  }

  @ParameterizedTest
  @EnumSource
  void openingDuringACallEndsItsRetriesAndTheResponseBeforeIsTheCause(BlockingOrAsync mode) {
    try (Calls calls = new Calls(client(2).build(), mode)) {
      assertThatThrownBy(() -> calls.customer("cust_1"))
          .isInstanceOf(CircuitOpenException.class)
          .hasCauseInstanceOf(ServerException.class);
      assertThat(server.requests()).hasSize(2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aWriteThatMayHaveBeenDoneStaysUnknown(BlockingOrAsync mode) {
    server.responds(FakeServer.dropped());
    try (Calls calls = new Calls(client(2).build(), mode)) {
      assertThatThrownBy(calls::pay)
          .isInstanceOf(OutcomeUnknownException.class)
          .hasCauseInstanceOf(CircuitOpenException.class);
    }
  }

  @ParameterizedTest
  @EnumSource
  void anAttemptThatRanOutOfTimeCountsOnce(BlockingOrAsync mode) {
    FakeTime late = FakeTime.withoutAlarms();
    AtomicInteger requests = new AtomicInteger();
    try (FakeServer slow = new FakeServer(plain -> plain.setDispatcher(passing(late, requests)));
        FinFusion client =
            TestOptions.time(client(2).baseUrl(slow.uri()), late).retries(0).build()) {
      Calls calls = new Calls(client, mode);
      for (int i = 0; i < 2; i++) {
        assertThatThrownBy(() -> calls.customer("cust_1"))
            .isInstanceOf(DeadlineExceededException.class);
      }
      assertThatThrownBy(() -> calls.customer("cust_1")).isInstanceOf(CircuitOpenException.class);
      assertThat(requests).hasValue(2);
    }
  }

  /** While it has a request the deadline passes; then it breaks the connection. */
  private static Dispatcher passing(FakeTime time, AtomicInteger requests) {
    return new Dispatcher() {
      @Override
      public MockResponse dispatch(RecordedRequest request) {
        requests.incrementAndGet();
        time.advance(Duration.ofMinutes(2).toNanos());
        return FakeServer.dropped();
      }
    };
  }

  @Test
  void oneAttemptTriesWhileTheOthersAreRefused() throws Exception {
    server.responds(FakeServer.status(503), FakeServer.silence());
    try (FinFusion client = client(1).retries(0).build()) {
      fail(new Calls(client, BlockingOrAsync.BLOCKING), 1);
      time.advance(OPEN_FOR.toNanos());
      CompletableFuture<?> trial = client.async().customers().retrieve("cust_1");

      assertThatThrownBy(() -> client.customers().retrieve("cust_1"))
          .isInstanceOf(CircuitOpenException.class);
      trial.cancel(true);
    }
  }

  @Test
  void aTrialThatWasCancelledDoesNotHoldTheOthersBackForEver() {
    FakeTime standing = FakeTime.standing();
    try (FinFusion client = TestOptions.time(client(1), standing).retries(0).build()) {
      fail(new Calls(client, BlockingOrAsync.BLOCKING), 1);
      server.responds(FakeServer.silence());
      standing.advance(OPEN_FOR.toNanos());
      client.async().customers().retrieve("cust_1").cancel(true);
      server.responds(FakeServer.json(Samples.CUSTOMER));

      standing.advance(OPEN_FOR.toNanos());

      client.customers().retrieve("cust_1");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRefusalTakesNoPermitOfThePlan(BlockingOrAsync mode) {
    RateLimiter plan = RateLimiter.builder().clock(() -> 0).build();
    try (Calls calls = new Calls(client(1).retries(0).rateLimiter(plan).build(), mode)) {
      fail(calls, 5);

      assertThat(plan.remaining()).isEqualTo(149);
    }
  }

  @Test
  void boundsAreRefusedByName() {
    assertThatThrownBy(() -> CircuitBreakerOptions.builder().failures(0).build())
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessage("CircuitBreakerOptions.failures: expected 1 to 10000, got 0");
    assertThatThrownBy(() -> CircuitBreakerOptions.builder().openFor(Duration.ZERO).build())
        .hasMessage("CircuitBreakerOptions.openFor: expected 1 ms to one hour, got PT0S");
  }
}
