package cloud.finfusion.micrometer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.FinFusion;
import cloud.finfusion.metrics.BulkProgress;
import cloud.finfusion.metrics.CallListener;
import cloud.finfusion.metrics.ClientState;
import cloud.finfusion.metrics.Metrics;
import cloud.finfusion.ratelimit.RateLimiter;
import cloud.finfusion.runtime.InvalidArgumentException;
import cloud.finfusion.sandbox.Sandbox;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Clients come and go, and what a registry shows follows them. */
class ReporterLifeTest {
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final MicrometerReporter reporter = MicrometerReporter.of(registry);

  private static FinFusion withPlan(Sandbox sandbox, MicrometerReporter reporter, long requests) {
    return Clients.of(sandbox, "shop", reporter)
        .rateLimiter(RateLimiter.builder().maxRequests(requests).build())
        .build();
  }

  private double limit(String client) {
    return Meters.gauge(registry, FinFusionMeter.PLAN_LIMIT, "client", client);
  }

  private long calls(String client) {
    return Meters.count(registry, FinFusionMeter.CALLS, "client", client);
  }

  @Test
  void gaugesGoWithTheirClientAndCountsStay() {
    try (Sandbox sandbox = Sandbox.start()) {
      FinFusion client = withPlan(sandbox, reporter, 70);
      client.customers().create(Samples.customer());
      assertThat(limit("shop")).isEqualTo(70);

      client.close();

      assertThat(limit("shop")).isNaN();
      assertThat(registry.find(FinFusionMeter.IN_FLIGHT.id()).meters()).isEmpty();
      assertThat(registry.find(FinFusionMeter.CIRCUIT_STATE.id()).meters()).isEmpty();
      assertThat(calls("shop")).isOne();
    }
  }

  @Test
  void aClientMadeAgainUnderTheSameNameIsShown() {
    try (Sandbox sandbox = Sandbox.start()) {
      FinFusion first = withPlan(sandbox, reporter, 70);
      first.customers().create(Samples.customer());
      first.close();
      try (FinFusion second = withPlan(sandbox, reporter, 80)) {
        second.customers().create(Samples.customer());

        assertThat(limit("shop")).isEqualTo(80);
        assertThat(calls("shop")).isEqualTo(2);
      }
    }
  }

  @Test
  void aClientThatIsReplacedBeforeItIsClosedDoesNotTakeTheGaugesOfTheNewOne() {
    try (Sandbox sandbox = Sandbox.start()) {
      FinFusion first = withPlan(sandbox, reporter, 70);
      FinFusion second = withPlan(sandbox, reporter, 80);
      assertThat(limit("shop")).isEqualTo(80);

      first.close();
      assertThat(limit("shop")).isEqualTo(80);

      second.close();
      assertThat(limit("shop")).isNaN();
    }
  }

  @Test
  void whenTheNewestClientIsClosedTheNewestOfTheOthersIsShownAgain() {
    try (Sandbox sandbox = Sandbox.start();
        FinFusion first = withPlan(sandbox, reporter, 70)) {
      FinFusion second = withPlan(sandbox, reporter, 80);
      FinFusion third = withPlan(sandbox, reporter, 90);
      third.close();
      assertThat(limit("shop")).isEqualTo(80);

      second.close();

      assertThat(limit("shop")).isEqualTo(70);
      assertThat(first.customers().create(Samples.customer()).id()).isNotEmpty();
      assertThat(Meters.gauge(registry, FinFusionMeter.IN_FLIGHT, "client", "shop")).isZero();
    }
    assertThat(registry.find(FinFusionMeter.PLAN_LIMIT.id()).meters()).isEmpty();
  }

  @Test
  void whatAClientGotWhileAnotherWasShownIsShownWithIt() {
    CallListener older = reporter.attach(new FixedClient("c", true, FixedClient.FULL));
    FixedClient newer = new FixedClient("c", true, FixedClient.FULL);
    reporter.attach(newer);
    older.bulkProgressed(
        new BulkProgress("customers.createBatch", 6, 3, 2, 1, 1, 0, 9, Duration.ZERO, null));
    assertThat(registry.find(FinFusionMeter.BULK_RATE.id()).meters()).isEmpty();

    reporter.detach(newer);

    assertThat(Meters.gauge(registry, FinFusionMeter.BULK_RATE)).isEqualTo(9);
  }

  @Test
  void clientsOfOneReporterAreDistinguishedByName() {
    try (Sandbox sandbox = Sandbox.start();
        FinFusion shop = Clients.of(sandbox, "shop", reporter).build();
        FinFusion billing = Clients.of(sandbox, "billing", reporter).build()) {
      shop.customers().create(Samples.customer());
      billing.customers().create(Samples.customer());
      billing.customers().create(Samples.customer());

      assertThat(calls("shop")).isOne();
      assertThat(calls("billing")).isEqualTo(2);
    }
  }

  @Test
  void whatAClientDoesNotHaveHasNoGauge() {
    CallListener listener =
        reporter.attach(new FixedClient("bare", true, new ClientState(null, null, null)));

    assertThat(listener).isNotNull();
    assertThat(registry.find(FinFusionMeter.PLAN_LIMIT.id()).meters()).isEmpty();
    assertThat(registry.find(FinFusionMeter.PLAN_REMAINING.id()).meters()).isEmpty();
    assertThat(registry.find(FinFusionMeter.RETRY_BUDGET.id()).meters()).isEmpty();
    assertThat(registry.find(FinFusionMeter.CIRCUIT_STATE.id()).meters()).isEmpty();
    assertThat(registry.find(FinFusionMeter.KEY_AGE.id()).meters()).isEmpty();
  }

  @Test
  void theStateOfAClientIsShown() {
    reporter.attach(new FixedClient("c", true, FixedClient.FULL));

    assertThat(limit("c")).isEqualTo(100);
    assertThat(Meters.gauge(registry, FinFusionMeter.PLAN_REMAINING)).isEqualTo(150);
    assertThat(Meters.gauge(registry, FinFusionMeter.RETRY_BUDGET)).isEqualTo(10);
    assertThat(Meters.gauge(registry, FinFusionMeter.KEY_AGE)).isEqualTo(86_400);
  }

  @Test
  void theCircuitIsInOneState() {
    CallListener listener = reporter.attach(new FixedClient("c", true, FixedClient.FULL));
    listener.circuitChanged("closed");
    assertThat(Meters.gauge(registry, FinFusionMeter.CIRCUIT_STATE, "state", "closed")).isOne();

    listener.circuitChanged("open");

    assertThat(Meters.gauge(registry, FinFusionMeter.CIRCUIT_STATE, "state", "open")).isOne();
    assertThat(Meters.gauge(registry, FinFusionMeter.CIRCUIT_STATE, "state", "closed")).isZero();
    assertThat(Meters.gauge(registry, FinFusionMeter.CIRCUIT_STATE, "state", "half-open")).isZero();
  }

  @Test
  void anEventAfterTheEndBringsNoGaugeBack() {
    FixedClient client = new FixedClient("c", true, FixedClient.FULL);
    CallListener listener = reporter.attach(client);
    reporter.detach(client);

    listener.bulkProgressed(
        new BulkProgress("customers.createBatch", 1, 1, 0, 0, 1, 0, 1, Duration.ZERO, null));

    assertThat(registry.find(FinFusionMeter.BULK_PROCESSED.id()).meters()).isEmpty();
  }

  @Test
  void theNewestBulkRunIsShown() {
    CallListener listener = reporter.attach(new FixedClient("c", true, FixedClient.FULL));
    listener.bulkProgressed(
        new BulkProgress("customers.createBatch", 6, 3, 2, 1, 1, 0, 9, Duration.ZERO, null));
    assertThat(Meters.gauge(registry, FinFusionMeter.BULK_REST)).isNaN();

    Duration rest = Duration.ofMinutes(2);
    listener.bulkProgressed(
        new BulkProgress("customers.createBatch", 8, 5, 2, 1, 1, 0, 10, Duration.ZERO, rest));

    assertThat(Meters.gauge(registry, FinFusionMeter.BULK_PROCESSED, "result", "succeeded"))
        .isEqualTo(5);
    assertThat(Meters.gauge(registry, FinFusionMeter.BULK_RATE)).isEqualTo(10);
    assertThat(Meters.gauge(registry, FinFusionMeter.BULK_REST)).isEqualTo(120);
  }

  @Test
  @DisplayName("C188 without a monitoring system, or switched off, calls work and nothing is kept")
  void noRegistry() {
    MeterRegistry nobody = new CompositeMeterRegistry();
    try (Sandbox sandbox = Sandbox.start();
        FinFusion empty = Clients.of(sandbox, "a", MicrometerReporter.of(nobody)).build();
        FinFusion off =
            Clients.of(sandbox, Metrics.builder().enabled(false).reporter(reporter).build())
                .build();
        FinFusion without = Clients.of(sandbox, Metrics.builder().build()).build()) {
      for (FinFusion client : new FinFusion[] {empty, off, without}) {
        assertThat(client.customers().create(Samples.customer()).id()).isNotEmpty();
      }
      assertThat(registry.getMeters()).isEmpty();
    }
  }

  @Test
  @SuppressWarnings("NullAway") // what callers without nullness checks can pass
  void aRegistryIsRequired() {
    assertThatThrownBy(() -> MicrometerReporter.of(null))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("MicrometerReporter.of");
  }
}
