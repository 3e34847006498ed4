package cloud.finfusion.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.error.Outcome;
import cloud.finfusion.metrics.Alert.Rule;
import cloud.finfusion.metrics.Alert.State;
import cloud.finfusion.runtime.InvalidArgumentException;
import cloud.finfusion.testing.FakeTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** When alerts fire and recover, on a clock of the test's own. */
class AlertsTest {
  private static final Duration WINDOW = Duration.ofMinutes(5);
  private static final Duration QUICK = Duration.ofMillis(20);
  private static final Duration SLOW = Duration.ofMillis(1500);

  private static final MonitoredClient CLIENT =
      new MonitoredClient() {
        @Override
        public String name() {
          return "default";
        }

        @Override
        public boolean detailed() {
          return false;
        }

        @Override
        public ClientState state() {
          return new ClientState(null, null, null);
        }
      };

  private final FakeTime time = FakeTime.standing();
  private Reporter inProcess = client -> new CallListener() {};
  private final List<Alert> alerts = new ArrayList<>();

  private Metrics metrics(UnaryOperator<Alerts.Builder> options) {
    Alerts.Builder builder = Alerts.builder().onAlert(alerts::add);
    Metrics metrics = Metrics.builder().alerts(options.apply(builder).build()).time(time).build();
    inProcess = TestMetrics.inProcess(metrics);
    var unused = inProcess.attach(CLIENT);
    return metrics;
  }

  private Metrics errorRate() {
    return metrics(options -> options.errorRate(0.05, WINDOW));
  }

  private static CallRecord call(int status, @Nullable String error, Duration elapsed) {
    Outcome outcome = error == null ? Outcome.DONE : Outcome.REFUSED;
    int attempts = error == null && status == 0 ? 0 : 1;
    return new CallRecord(
        "payments.create", outcome, status, attempts, elapsed, error, null, new CallAttributes());
  }

  private static void calls(Metrics metrics, int many, CallRecord each) {
    for (int i = 0; i < many; i++) {
      metrics.callEnded(each);
    }
  }

  private static final CallRecord SUCCESS = call(200, null, QUICK);
  private static final CallRecord ERROR = call(500, "ServerException", QUICK);

  private void later(Duration wait) {
    time.advance(wait.toNanos());
  }

  private void nextLook() {
    later(WINDOW.dividedBy(10));
  }

  @Test
  @DisplayName("C185 ten thousand failures in a window are one alert, and one recovery")
  void anAlertFiresOnceAndRecoversOnce() {
    Metrics metrics = errorRate();

    for (int i = 0; i < 100; i++) {
      calls(metrics, 100, ERROR);
      later(Duration.ofSeconds(2));
    }
    assertThat(alerts).singleElement().extracting(Alert::state).isEqualTo(State.FIRING);

    for (int i = 0; i < 200; i++) {
      calls(metrics, 100, SUCCESS);
      later(Duration.ofSeconds(5));
    }
    assertThat(alerts).extracting(Alert::state).containsExactly(State.FIRING, State.RECOVERED);
    assertThat(alerts).extracting(Alert::rule).containsOnly(Rule.ERROR_RATE);
  }

  @Test
  void aRateThatHoversAroundTheThresholdAlertsOnce() {
    Metrics metrics = errorRate();

    for (int i = 0; i < 40; i++) {
      calls(metrics, 94 + i % 4, SUCCESS); // 6 % down to 4.9 % and up again
      calls(metrics, 5 + i % 2, ERROR);
      nextLook();
    }

    assertThat(alerts).singleElement().extracting(Alert::state).isEqualTo(State.FIRING);
  }

  @Test
  void aFewFailuresAtNightDoNotAlert() {
    Metrics metrics = errorRate();

    calls(metrics, 19, ERROR);
    nextLook();
    assertThat(alerts).isEmpty();

    calls(metrics, 1, ERROR);
    nextLook();
    assertThat(alerts).hasSize(1);
    assertThat(alerts.get(0).calls()).isEqualTo(20);
    assertThat(alerts.get(0).value()).isEqualTo(1);
  }

  @Test
  void anAlertRecoversWhenNothingIsCalledAnyMore() {
    Metrics metrics = errorRate();
    calls(metrics, 20, ERROR);
    for (int i = 0; i < 12; i++) {
      nextLook();
    }

    assertThat(alerts).extracting(Alert::state).containsExactly(State.FIRING, State.RECOVERED);
    assertThat(alerts.get(1).calls()).isZero();
  }

  @Test
  void whatIsOlderThanTheWindowDoesNotCount() {
    Metrics metrics = errorRate();
    calls(metrics, 19, ERROR);
    later(WINDOW);
    later(WINDOW.dividedBy(10));

    calls(metrics, 19, ERROR);
    nextLook();

    assertThat(alerts).isEmpty();
  }

  @Test
  void readsFromTheCacheDoNotHideAnOutage() {
    Metrics metrics = errorRate();
    calls(metrics, 1000, call(0, null, Duration.ZERO));
    calls(metrics, 20, ERROR);
    nextLook();

    assertThat(alerts).singleElement().extracting(Alert::value).isEqualTo(1.0);
  }

  @Test
  void declinedPaymentsAndCancelledCallsAreNoErrors() {
    Metrics metrics = errorRate();
    calls(metrics, 100, call(402, "PaymentDeclinedException", QUICK));
    calls(metrics, 100, call(404, "NotFoundException", QUICK));
    calls(metrics, 100, call(422, "ValidationException", QUICK));
    calls(metrics, 100, call(0, "CallCancelledException", QUICK));
    nextLook();
    assertThat(alerts).isEmpty();

    calls(metrics, 100, call(400, "ValidationException", QUICK));
    nextLook();
    assertThat(alerts).hasSize(1);
  }

  @Test
  void aSlowTailAlertsByItsOwnPercentile() {
    Metrics metrics = metrics(options -> options.latency(SLOW, SLOW.plusMillis(1)));
    calls(metrics, 97, SUCCESS);
    calls(metrics, 3, call(200, null, Duration.ofSeconds(3)));
    nextLook();

    assertThat(alerts).singleElement().extracting(Alert::rule).isEqualTo(Rule.LATENCY_P99);
    assertThat(alerts.get(0).value()).isBetween(2950.0, 3050.0);

    calls(metrics, 4, call(200, null, Duration.ofSeconds(3)));
    nextLook();
    assertThat(alerts).extracting(Alert::rule).containsExactly(Rule.LATENCY_P99, Rule.LATENCY_P95);
  }

  @Test
  void aTailOfFewerThanAHundredCallsIsNoPercentile() {
    Metrics metrics = metrics(options -> options.latency(SLOW, SLOW.plusMillis(1)));
    calls(metrics, 98, SUCCESS);
    calls(metrics, 1, call(200, null, Duration.ofSeconds(3)));
    nextLook();
    assertThat(alerts).isEmpty();

    calls(metrics, 1, call(200, null, Duration.ofSeconds(3)));
    nextLook();
    assertThat(alerts).singleElement().extracting(Alert::rule).isEqualTo(Rule.LATENCY_P99);
    assertThat(alerts.get(0).calls()).isEqualTo(100);
  }

  @Test
  void whatFiresWhenTheClientIsClosedRecoversAndNoTimerIsLeft() {
    Metrics metrics = errorRate();
    calls(metrics, 20, ERROR);
    nextLook();
    calls(metrics, 20, ERROR);
    assertThat(time.timers()).isEqualTo(1);

    inProcess.detach(CLIENT);
    calls(metrics, 20, ERROR); // calls that end after the client was closed
    later(Duration.ofNanos(1));

    assertThat(alerts).extracting(Alert::state).containsExactly(State.FIRING, State.RECOVERED);
    assertThat(time.timers()).isZero();
  }

  @Test
  void theNextClientOfTheSameMetricsHasItsOwnAlerts() {
    Metrics metrics = errorRate();
    calls(metrics, 19, ERROR);
    inProcess.detach(CLIENT);

    var unused = TestMetrics.inProcess(metrics).attach(CLIENT);
    calls(metrics, 19, ERROR);
    nextLook();
    assertThat(alerts).isEmpty();

    calls(metrics, 1, ERROR);
    nextLook();
    assertThat(alerts).singleElement().extracting(Alert::state).isEqualTo(State.FIRING);
  }

  @Test
  void aLongWindowIsCheckedEveryHalfMinute() {
    Metrics metrics = metrics(options -> options.errorRate(0.05, Duration.ofHours(10)));
    calls(metrics, 20, ERROR);
    later(Duration.ofSeconds(30));

    assertThat(alerts).singleElement().extracting(Alert::state).isEqualTo(State.FIRING);
  }

  @Test
  void aCallbackThatThrowsIsCalledForTheNextAlertToo() {
    Metrics metrics =
        metrics(
            options ->
                options
                    .errorRate(0.05, WINDOW)
                    .onAlert(
                        alert -> {
                          alerts.add(alert);
                          throw new StackOverflowError();
                        }));
    calls(metrics, 20, ERROR);
    nextLook();
    calls(metrics, 2000, SUCCESS);
    nextLook();

    assertThat(alerts).extracting(Alert::state).containsExactly(State.FIRING, State.RECOVERED);
  }

  @Test
  void anAlertRecoversThoughItsCallbackTakesLongerThanTheWindow() {
    Metrics metrics =
        metrics(
            options ->
                options
                    .errorRate(0.05, WINDOW)
                    .onAlert(
                        alert -> {
                          alerts.add(alert);
                          later(WINDOW.multipliedBy(2));
                        }));
    calls(metrics, 20, ERROR);
    nextLook();
    nextLook();

    assertThat(alerts).extracting(Alert::state).containsExactly(State.FIRING, State.RECOVERED);
    nextLook();
    assertThat(time.timers()).isZero();
  }

  @Test
  void noTimerRunsWhileNothingIsCalled() {
    Metrics metrics = errorRate();
    assertThat(time.timers()).isZero();

    calls(metrics, 20, SUCCESS);
    assertThat(time.timers()).isEqualTo(1);

    for (int i = 0; i < 12; i++) {
      nextLook();
    }
    assertThat(time.timers()).isZero();
  }

  @Test
  void anAlertReadsAsOneLine() {
    Metrics metrics = errorRate();
    calls(metrics, 20, ERROR);
    nextLook();

    assertThat(alerts.get(0))
        .hasToString(
            "FinFusion client default: error_rate firing: 1.000 over PT5M, threshold 0.050, 20 calls");
  }

  static Stream<Arguments> refusedOptions() {
    return Stream.of(
        refused(options -> options.errorRate(-0.1, WINDOW), "Alerts.errorRate"),
        refused(options -> options.errorRate(1.1, WINDOW), "Alerts.errorRate"),
        refused(options -> options.errorRate(Double.NaN, WINDOW), "Alerts.errorRate"),
        refused(options -> options, "Alerts"),
        refused(options -> options.errorRate(0.05, Duration.ZERO), "Alerts.errorRate"),
        refused(options -> options.errorRate(0.05, Duration.ofMillis(999)), "Alerts.errorRate"),
        refused(options -> options.errorRate(0.05, Duration.ofDays(2)), "Alerts.errorRate"),
        refused(options -> options.latency(SLOW, QUICK), "Alerts.latency"),
        refused(options -> options.latency(Duration.ZERO, QUICK), "Alerts.latency"),
        refused(options -> options.latency(absent(), SLOW), "Alerts.latency"),
        refused(options -> options.latency(SLOW, absent()), "Alerts.latency"),
        refused(options -> valid(options).latencyWindow(Duration.ZERO), "Alerts.latencyWindow"),
        refused(options -> valid(options).minimumCalls(0), "Alerts.minimumCalls"));
  }

  private static Alerts.Builder valid(Alerts.Builder options) {
    return options.errorRate(0.05, WINDOW);
  }

  @SuppressWarnings("NullAway") // a null is what is refused
  private static Duration absent() {
    return null;
  }

  private static Arguments refused(UnaryOperator<Alerts.Builder> options, String names) {
    return Arguments.of(options, names);
  }

  @ParameterizedTest
  @MethodSource("refusedOptions")
  void whatCannotBeMeasuredIsRefusedByName(UnaryOperator<Alerts.Builder> options, String names) {
    assertThatThrownBy(() -> options.apply(Alerts.builder()).build())
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining(names)
        .hasMessageContaining("expected");
  }
}
