package cloud.finfusion.resource;

import static cloud.finfusion.testing.FakeServer.json;
import static cloud.finfusion.testing.FakeServer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.CallDefaults;
import cloud.finfusion.FinFusion;
import cloud.finfusion.TestOptions;
import cloud.finfusion.cache.CacheOptions;
import cloud.finfusion.call.CallOptions;
import cloud.finfusion.error.CircuitOpenException;
import cloud.finfusion.error.ConfigurationException;
import cloud.finfusion.error.DeadlineExceededException;
import cloud.finfusion.error.LimitReachedException;
import cloud.finfusion.error.ServerException;
import cloud.finfusion.model.Customer;
import cloud.finfusion.ratelimit.RateLimiter;
import cloud.finfusion.retry.CircuitBreakerOptions;
import cloud.finfusion.retry.RetryOptions;
import cloud.finfusion.runtime.InvalidArgumentException;
import cloud.finfusion.testing.Await;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.FakeTime;
import cloud.finfusion.testing.RecordingListener;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.TestClients;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A derived client has other defaults, and shares all the rest with the one it comes from. */
class WithOptionsTest {
  @AutoClose private final FakeServer server = new FakeServer().responds(json(Samples.CUSTOMER));

  private static RateLimiter oneAtOnce() {
    return RateLimiter.builder().burst(1).failFast().build();
  }

  private static Customer read(FinFusion client, BlockingOrAsync mode) {
    return new Calls(client, mode).customer("cust_1");
  }

  private static void refused(FinFusion client, BlockingOrAsync mode) {
    assertThatThrownBy(() -> read(client, mode)).isInstanceOf(LimitReachedException.class);
  }

  @ParameterizedTest
  @EnumSource
  void itsDefaultsCountAndACallsOwnOptionsWin(BlockingOrAsync mode) {
    FakeTime time = FakeTime.flowing();
    server.responds(status(503, "Retry-After", "8"));
    try (FinFusion client = TestOptions.time(TestClients.of(server), time).build()) {
      FinFusion quick = client.withOptions(o -> o.deadline(Duration.ofSeconds(5)).retries(2));
      assertThatThrownBy(() -> read(quick, mode)).isInstanceOf(ServerException.class);
      assertThat(server.requests()).hasSize(1); // 8 s do not fit
      CallOptions longer = CallOptions.builder().deadline(Duration.ofMinutes(1)).build();
      assertThatThrownBy(() -> new Calls(quick, mode).payment("pay_1", longer))
          .isInstanceOf(ServerException.class);
      assertThat(server.requests()).hasSize(1 + 3);
      assertThatThrownBy(() -> read(client, mode)).isInstanceOf(ServerException.class);
      assertThat(server.requests()).hasSize(1 + 3 + 4);
    }
  }

  @ParameterizedTest
  @EnumSource
  void itsTimeLimitOfAnAttemptIsItsOwn(BlockingOrAsync mode) {
    server.responds(FakeServer.silence());
    try (FinFusion client = FinFusion.builder().apiKey(Samples.KEY).baseUrl(server.uri()).build()) {
      FinFusion quick =
          client.withOptions(
              o -> o.timeout(Duration.ofMillis(50)).retries(0).deadline(Duration.ofSeconds(30)));

      assertThatThrownBy(() -> read(quick, mode))
          .hasMessageStartingWith("customers.retrieve: ")
          .isNotInstanceOf(DeadlineExceededException.class);
    }
  }

  @ParameterizedTest
  @EnumSource
  void itSharesConnectionsCacheListenersAndCircuit(BlockingOrAsync mode) {
    RecordingListener listener = new RecordingListener();
    FinFusion.Builder builder =
        TestClients.of(server)
            .cache(CacheOptions.builder().build())
            .listener(listener)
            .circuitBreaker(CircuitBreakerOptions.builder().failures(1).build())
            .retries(0);
    try (FinFusion client = builder.build()) {
      FinFusion derived = client.withOptions(o -> o.deadline(Duration.ofSeconds(5)));
      read(derived, mode);
      read(client, mode);
      assertThat(server.requests()).hasSize(1); // the second comes from the cache of both
      assertThat(listener.calls()).hasSize(2);

      server.responds(status(500));
      assertThatThrownBy(() -> new Calls(derived, mode).payment("pay_1"))
          .isInstanceOf(ServerException.class);
      assertThatThrownBy(() -> new Calls(client, mode).payment("pay_1"))
          .isInstanceOf(CircuitOpenException.class);
      assertThat(server.requests())
          .extracting(each -> each.getConnectionIndex())
          .containsOnly(server.requests().get(0).getConnectionIndex());
    }
  }

  @ParameterizedTest
  @EnumSource
  void itSharesTheBudgetOfRetriesUnlessItHasAnother(BlockingOrAsync mode) {
    server.responds(status(503));
    RetryOptions one = TestClients.AT_ONCE.toBuilder().budget(0, 1).build();
    try (FinFusion client = TestClients.of(server).retry(one).build()) {
      FinFusion same = client.withOptions(o -> o.retries(7));
      assertThatThrownBy(() -> read(same, mode)).isInstanceOf(ServerException.class);
      assertThat(server.requests()).hasSize(2);
      assertThatThrownBy(() -> read(client, mode)).isInstanceOf(ServerException.class);
      assertThat(server.requests()).hasSize(3);
      FinFusion other = client.withOptions(o -> o.retry(one.toBuilder().budget(0, 2).build()));
      assertThatThrownBy(() -> read(other, mode)).isInstanceOf(ServerException.class);
      assertThat(server.requests()).hasSize(6);
      FinFusion ofOther = other.withOptions(o -> o.retries(7)); // its budget is spent as well
      assertThatThrownBy(() -> read(ofOther, mode)).isInstanceOf(ServerException.class);
      assertThat(server.requests()).hasSize(7);
    }
  }

  @ParameterizedTest
  @EnumSource
  void anAccountHasPermitsOfItsOwn(BlockingOrAsync mode) {
    RateLimiter limiter = oneAtOnce();
    try (FinFusion client = TestClients.of(server).rateLimiter(limiter).build()) {
      FinFusion a = client.withOptions(o -> o.account("a"));
      read(a, mode);
      refused(a, mode);
      refused(client.withOptions(o -> o.account("a")), mode);
      read(client, mode);
      refused(client.withOptions(o -> o.retries(0)), mode);
      FinFusion b = a.withOptions(o -> o.account("b")); // of the plan, not of account a
      read(b, mode);
      assertThat(limiter.account("b").remaining()).isZero();
      refused(b.withOptions(o -> o.timeout(Duration.ofSeconds(1))), mode);
      read(a.withOptions(o -> o.rateLimiter(oneAtOnce())), mode);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aLimiterCanBeGivenWhereThereWasNone(BlockingOrAsync mode) {
    try (FinFusion client = TestClients.of(server).maxConcurrent(2).build()) {
      FinFusion limited = client.withOptions(o -> o.rateLimiter(oneAtOnce()).account("a"));
      read(limited, mode);
      refused(limited, mode);
      read(client, mode);
    }
  }

  @Test
  void anAccountNeedsALimiter() {
    try (FinFusion client = TestClients.of(server).build()) {
      assertThatThrownBy(() -> client.withOptions(o -> o.account("a")))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageStartingWith(
              "account: expected a client with a rate limiter, got one without. Call rateLimiter(");
      assertThatThrownBy(() -> client.withOptions(o -> o.rateLimiter(oneAtOnce()).account(" ")))
          .isInstanceOf(InvalidArgumentException.class);
      assertThatThrownBy(() -> client.withOptions(o -> o.timeout(Duration.ZERO)))
          .isInstanceOf(InvalidArgumentException.class)
          .hasMessageStartingWith("timeout: ");
      assertThatThrownBy(() -> client.withOptions(o -> o.deadline(Duration.ofDays(2))))
          .isInstanceOf(InvalidArgumentException.class)
          .hasMessageStartingWith("deadline: ");
    }
  }

  @ParameterizedTest
  @EnumSource
  void closingItClosesNothingElse(BlockingOrAsync mode) {
    try (FinFusion client = TestClients.of(server).build()) {
      FinFusion derived = client.withOptions(o -> o.retries(0));
      FinFusion ofDerived = derived.withOptions(o -> o.retries(1));
      derived.close();
      derived.close();

      closed(derived, mode);
      assertThatThrownBy(() -> derived.ping(Duration.ofSeconds(1)))
          .isInstanceOf(IllegalStateException.class);
      read(client, mode);
      read(ofDerived, mode);
    }
  }

  @ParameterizedTest
  @EnumSource
  void closingTheClientThatWasBuiltClosesIt(BlockingOrAsync mode) {
    FinFusion client = TestClients.of(server).cache(CacheOptions.builder().build()).build();
    FinFusion derived = client.withOptions(o -> o.retries(0));
    read(derived, mode);
    client.close();

    closed(derived, mode);
    closed(derived.withOptions(o -> o.retries(1)), mode);
  }

  private static void closed(FinFusion client, BlockingOrAsync mode) {
    assertThatThrownBy(() -> read(client, mode))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("the client is closed");
  }

  @Test
  void closingEndsTheWaitsThatItShould() throws Exception {
    server.responds(status(503, "Retry-After", "20"));
    FinFusion client = FinFusion.builder().apiKey(Samples.KEY).baseUrl(server.uri()).build();
    FinFusion derived = client.withOptions(o -> o.retries(1));
    FinFusion other = client.withOptions(o -> o.retries(1));
    CompletableFuture<Customer> ofDerived = derived.async().customers().retrieve("cust_1");
    CompletableFuture<Customer> ofOther = other.async().customers().retrieve("cust_1");
    Await.until(() -> server.requests().size() == 2);

    derived.close();
    assertThat(ofDerived.handle((found, closed) -> closed).get(10, TimeUnit.SECONDS)).isNotNull();
    assertThat(ofOther).isNotDone();
    client.close();
    assertThat(ofOther.handle((found, closed) -> closed).get(10, TimeUnit.SECONDS)).isNotNull();
  }

  @Test
  void noIdempotencyKeyCanBeKeptForManyCalls() {
    assertThat(Stream.of(CallDefaults.class.getMethods()).map(Method::getName))
        .noneMatch(name -> name.contains("dempot"));
  }
}
