package cloud.finfusion.metrics;

import static cloud.finfusion.testing.FakeServer.json;
import static cloud.finfusion.testing.FakeServer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import cloud.finfusion.FinFusion;
import cloud.finfusion.cache.CacheOptions;
import cloud.finfusion.error.ConfigurationException;
import cloud.finfusion.error.Outcome;
import cloud.finfusion.metrics.CallRecord.Result;
import cloud.finfusion.network.NetworkOptions;
import cloud.finfusion.ratelimit.RateLimiter;
import cloud.finfusion.retry.CircuitBreakerOptions;
import cloud.finfusion.retry.RetryOptions;
import cloud.finfusion.runtime.InvalidArgumentException;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.FakeTime;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.TestClients;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client's metrics show of its calls. */
class MetricsTest {
  private static final String DECLINED =
      "{\"error\":{\"code\":\"PAY001\",\"message\":\"declined\"}}";

  @AutoClose private final FakeServer server = new FakeServer();

  private FinFusion client(Metrics metrics) {
    return TestClients.of(server).metrics(metrics).build();
  }

  @ParameterizedTest
  @EnumSource
  void callsAttemptsAndErrorsAreCountedByOperation(BlockingOrAsync mode) {
    Metrics metrics = Metrics.builder().detailed(true).build();
    server.responds(
        status(503),
        json(Samples.PAYMENT),
        FakeServer.response(402, DECLINED).build(),
        status(404),
        status(400));
    try (FinFusion client = client(metrics)) {
      new Calls(client, mode).pay();
      for (int i = 0; i < 3; i++) {
        assertThat(catchThrowable(() -> new Calls(client, mode).pay())).isNotNull();
      }
    }

    OperationMetrics row =
        Objects.requireNonNull(metrics.snapshot().operations().get("payments.create"));
    assertThat(row.calls()).isEqualTo(4);
    assertThat(row.calls(Result.SUCCESS)).isEqualTo(1);
    assertThat(row.calls(Result.BUSINESS_REFUSAL)).isEqualTo(2);
    assertThat(row.calls(Result.ERROR)).isEqualTo(1);
    assertThat(row.errorRate()).isEqualTo(0.25);
    assertThat(row.attempts()).isEqualTo(server.requests().size()).isEqualTo(5);
    assertThat(row.retries()).isEqualTo(1);
    OperationMetrics.Breakdown details = row.breakdown();
    assertThat(details.attemptsByStatus())
        .isEqualTo(Map.of("200", 1L, "400", 1L, "402", 1L, "404", 1L, "503", 1L));
    assertThat(details.errorsByCode()).isEqualTo(Map.of("PAY001", 1L));
    assertThat(details.errorsByType())
        .isEqualTo(
            Map.of(
                "PaymentDeclinedException",
                1L,
                "NotFoundException",
                1L,
                "ValidationException",
                1L));
    assertThat(details.retriesByReason()).isEqualTo(Map.of("status 503", 1L));
    assertThat(metrics.snapshot().inFlight()).isZero();
    assertThat(metrics.snapshot().total()).isEqualTo(row);
  }

  @Test
  void withoutDetailsThereIsNoBreakdown() {
    Metrics metrics = Metrics.builder().build();
    server.responds(status(503), FakeServer.response(402, DECLINED).build());
    try (FinFusion client = client(metrics)) {
      assertThat(catchThrowable(() -> new Calls(client, BlockingOrAsync.BLOCKING).pay()))
          .isNotNull();
    }

    assertThat(metrics.snapshot().total().calls()).isEqualTo(1);
    assertThat(metrics.snapshot().total().breakdown())
        .isEqualTo(new OperationMetrics.Breakdown(Map.of(), Map.of(), Map.of(), Map.of()));
  }

  @Test
  void readsFromTheCacheCountAsCallsButNotAsLatency() {
    Metrics metrics = Metrics.builder().build();
    server.responds(status(503), json(Samples.CUSTOMER)); // half a second of wait at least
    try (FinFusion client =
        TestClients.of(server).metrics(metrics).cache(CacheOptions.builder().build()).build()) {
      for (int i = 0; i < 4; i++) {
        client.customers().retrieve("cust_1");
      }
    }

    MetricsSnapshot snapshot = metrics.snapshot();
    assertThat(snapshot.cache()).isEqualTo(new CacheMetrics(3, 0, 1, 0));
    assertThat(snapshot.cache().hitRatio()).isEqualTo(0.75);
    assertThat(snapshot.total().calls(Result.CACHED)).isEqualTo(3);
    assertThat(snapshot.total().calls(Result.SUCCESS)).isEqualTo(1);
    assertThat(snapshot.total().latency().p50()).isGreaterThan(Duration.ofMillis(400));
  }

  @Test
  void planBudgetAndKeyAreShownAsTheyAreNow() {
    Metrics metrics = Metrics.builder().client("orders").build();
    server.responds(json(Samples.PAYMENT));
    try (FinFusion client =
        TestClients.of(server)
            .metrics(metrics)
            .rateLimiter(RateLimiter.builder().clock(() -> 0L).build())
            .retry(RetryOptions.builder().budget(0.1, 7).build())
            .keyCreatedAt(FakeTime.START.minus(Duration.ofDays(3)))
            .build()) {
      new Calls(client, BlockingOrAsync.BLOCKING).pay();
    }

    ClientState state = Objects.requireNonNull(metrics.snapshot().state());
    assertThat(state.limit()).isEqualTo(new ClientState.LimitUsage(100, 149, false));
    assertThat(state.retryBudget()).isEqualTo(7);
    assertThat(state.keyAge()).isEqualTo(Duration.ofDays(3));
    assertThat(metrics.snapshot().client()).isEqualTo("orders");
    assertThat(metrics.snapshot())
        .asString()
        .contains("client orders", "payments.create", "149 of");
  }

  @Test
  void aClientWithoutPlanBudgetAndKeyDateHasNoneOfThem() {
    Metrics metrics = Metrics.builder().build();
    assertThat(metrics.snapshot().state()).isNull();
    try (FinFusion client = client(metrics)) {
      assertThat(metrics.snapshot().state()).isEqualTo(new ClientState(null, null, null));
      assertThat(client.toString()).doesNotContain("Metrics");
    }
  }

  @Test
  void disabledMetricsMeasureNothingAndAttachNoReporter() {
    List<MonitoredClient> attached = new ArrayList<>();
    Metrics metrics =
        Metrics.builder()
            .enabled(false)
            .reporter(
                client -> {
                  attached.add(client);
                  return new CallListener() {};
                })
            .build();
    server.responds(json(Samples.PAYMENT));
    try (FinFusion client = client(metrics)) {
      new Calls(client, BlockingOrAsync.BLOCKING).pay();
    }

    assertThat(attached).isEmpty();
    assertThat(metrics.snapshot().total().calls()).isZero();
  }

  /** Attached when the client is built, detached when it is closed. */
  private static final class RecordingReporter implements Reporter {
    private final List<String> calls = new ArrayList<>();

    @Override
    public CallListener attach(MonitoredClient client) {
      calls.add("attached " + client.name() + " " + client.detailed());
      return new CallListener() {
        @Override
        public void callEnded(CallRecord call) {
          calls.add(call.operation());
        }
      };
    }

    @Override
    public void detach(MonitoredClient client) {
      calls.add("detached " + client.name());
    }
  }

  @Test
  void aReporterLivesAsLongAsTheClientThoughAnotherOneThrows() {
    RecordingReporter reporter = new RecordingReporter();
    Reporter broken =
        client -> {
          throw new NoClassDefFoundError();
        };
    server.responds(json(Samples.PAYMENT));
    try (FinFusion client =
        client(Metrics.builder().detailed(true).reporter(broken).reporter(reporter).build())) {
      new Calls(client, BlockingOrAsync.BLOCKING).pay();
    }

    assertThat(reporter.calls)
        .containsExactly("attached default true", "payments.create", "detached default");
  }

  @Test
  void metricsOfAnOpenClientAreRefusedToAnother() {
    Metrics metrics = Metrics.builder().build();
    server.responds(json(Samples.PAYMENT), json(Samples.PAYMENT));
    try (FinFusion client = client(metrics)) {
      assertThatThrownBy(() -> client(metrics))
          .isInstanceOf(InvalidArgumentException.class)
          .hasMessageContaining("Build one Metrics for each client");
      new Calls(client, BlockingOrAsync.BLOCKING).pay();
    }
    try (FinFusion next = client(metrics)) {
      new Calls(next, BlockingOrAsync.BLOCKING).pay();
    }

    assertThat(metrics.snapshot().total().calls()).isEqualTo(2);
  }

  @Test
  void aClientThatCannotBeBuiltLeavesNoReporterAttached() {
    RecordingReporter reporter = new RecordingReporter();
    Metrics metrics = Metrics.builder().reporter(reporter).build();
    NetworkOptions ofAnotherHost =
        NetworkOptions.builder().pin("example.com", "sha256/" + "A".repeat(43) + "=").build();
    assertThatThrownBy(() -> TestClients.of(server).metrics(metrics).network(ofAnotherHost).build())
        .isInstanceOf(ConfigurationException.class);

    client(metrics).close();
    assertThat(reporter.calls)
        .containsExactly(
            "attached default false",
            "detached default",
            "attached default false",
            "detached default");
  }

  @Test
  void aStateWithoutACircuitBreakerIsNone() {
    Metrics without = Metrics.builder().build();
    Metrics with = Metrics.builder().build();
    CircuitBreakerOptions circuit = CircuitBreakerOptions.builder().build();
    client(without).close();
    TestClients.of(server).metrics(with).circuitBreaker(circuit).build().close();

    assertThat(without.snapshot().circuit()).isNull();
    assertThat(with.snapshot().circuit()).isEqualTo("closed");
  }

  @Test
  void sharesAreOfTheCallsThatTheCacheDidNotServe() {
    OperationMetrics row =
        new OperationMetrics(
            Map.of(Result.CACHED, 90L, Result.SUCCESS, 5L, Result.CANCELLED, 2L, Result.ERROR, 3L),
            10,
            0,
            new OperationMetrics.Latency(
                Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO),
            new OperationMetrics.Breakdown(Map.of(), Map.of(), Map.of(), Map.of()));

    assertThat(row.share(Result.CANCELLED)).isEqualTo(0.2);
    assertThat(row.share(Result.BUSINESS_REFUSAL)).isZero();
    assertThat(row.errorRate()).isEqualTo(0.3);
  }

  @Test
  void aPercentileIsNoLongerThanTheCallsWere() {
    Metrics metrics = Metrics.builder().build();
    Duration elapsed = Duration.ofMillis(999);
    metrics.callEnded(
        new CallRecord(
            "payments.create", Outcome.DONE, 200, 1, elapsed, null, null, new CallAttributes()));

    OperationMetrics.Latency latency = metrics.snapshot().total().latency();
    assertThat(latency.p99()).isBetween(elapsed.multipliedBy(99).dividedBy(100), elapsed);
    assertThat(latency.max()).isLessThanOrEqualTo(elapsed);
  }

  @Test
  void metricsGivenAsAListenerAreRefused() {
    Metrics metrics = Metrics.builder().build();
    assertThatThrownBy(() -> FinFusion.builder().listener(metrics))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("metrics(");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "two words", "line\nbreak", "{}"})
  void aNameThatCannotBeATagIsRefused(String name) {
    assertThatThrownBy(() -> Metrics.builder().client(name).build())
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("Metrics.client");
  }

  @Test
  void namesThatAServerMakesUpAreCountedTogetherBeyondAHundred() {
    NamedCounts counts = new NamedCounts();
    for (int i = 0; i < 10_000; i++) {
      counts.add("CODE" + i);
    }

    assertThat(counts.counts()).hasSize(101).containsEntry("other", 9_900L);
  }
}
