package cloud.finfusion.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.metrics.Alert;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real Prometheus scrapes clients that call the sandbox under faults: what it says is what the
 * driver and the sandbox counted, and the rules and the dashboard find their series.
 */
@EnabledIf("cloud.finfusion.micrometer.Promtool#isInstalled")
@Tag("prometheus")
class PrometheusEndToEndTest {
  private static final String SHOP = "{client=\"shop\"}";

  @Test
  void whatPrometheusSaysIsWhatHappened(@TempDir Path folder) throws Exception {
    try (PrometheusReporter reporter = PrometheusReporter.at("/metrics").port(0);
        Shop shop = new Shop(reporter);
        TroubledClients troubled = new TroubledClients(reporter);
        PrometheusServer prometheus =
            new PrometheusServer(
                folder,
                Objects.requireNonNull(reporter.uri()),
                List.of(MonitoringFiles.RECORDING_RULES, MonitoringFiles.ALERT_RULES))) {
      reaches(prometheus, "count(finfusion_in_flight_calls)", 1 + TroubledClients.COUNT);
      shop.firstCalls();
      troubled.firstCalls();
      reaches(prometheus, "sum(finfusion_calls_seconds_count" + SHOP + ")", shop.calls());
      reaches(prometheus, "sum(finfusion_calls_seconds_count{client=\"slow\"})", 1);

      troubled.start();
      shop.manyCalls();
      troubled.finish();

      reaches(prometheus, "sum(finfusion_calls_seconds_count" + SHOP + ")", shop.calls());
      countsAreEqual(prometheus, shop);
      everyExpressionHasASeries(prometheus);
      assertThat(Promtool.complaints(reporter.scrape(), "check", "metrics")).isEmpty();
      fireAndRecover(shop.alerts(), Alert.Rule.ERROR_RATE);
      fireAndRecover(troubled.alerts(), Alert.Rule.LATENCY_P95, Alert.Rule.LATENCY_P99);
      callForAWindow(shop, troubled);
      fireAndRecover(shop.alerts(), Alert.Rule.ERROR_RATE);
      fireAndRecover(troubled.alerts(), Alert.Rule.LATENCY_P95, Alert.Rule.LATENCY_P99);
    }
  }

  private static void reaches(PrometheusServer prometheus, String expression, long count) {
    Await.until(
        () -> prometheus.sum(expression) == count,
        () -> expression + " is " + prometheus.sum(expression) + ", not " + count);
  }

  private static void countsAreEqual(PrometheusServer prometheus, Shop shop) {
    long cached = shop.readsWithoutRequest();
    long sent = shop.calls() - cached;
    assertThat(shop.errors()).isPositive();
    assertThat(shop.requests()).isGreaterThan(sent);
    Map<String, Long> expected = new LinkedHashMap<>();
    expected.put("finfusion_calls_seconds_count{%s, result=\"error\"}", shop.errors());
    expected.put("finfusion_calls_seconds_count{%s, result=\"cached\"}", cached - Shop.JOINED);
    expected.put("finfusion_errors_total{%s}", shop.errors());
    expected.put("finfusion_business_refusals_total{%s}", shop.refusals());
    expected.put("finfusion_attempts_total{%s}", shop.requests());
    expected.put("finfusion_retries_total{%s}", shop.requests() - sent);
    expected.put("finfusion_cache_reads_total{%s}", shop.reads());
    expected.put("finfusion_cache_reads_total{%s, result=~\"hit|joined\"}", cached);
    expected.put("finfusion_cache_reads_total{%s, result=\"joined\"}", Shop.JOINED);
    expected.put("finfusion_batch_items_total{%s, result=\"succeeded\"}", shop.batchItems());
    expected.put("finfusion_batch_requests_total{%s}", shop.batchRequests());
    expected.put("finfusion_webhooks_total{%s, verdict=\"genuine\"}", shop.deliveries());
    expected.put("finfusion_webhooks_total{%s}", shop.deliveries() + 1);
    expected.put("finfusion_in_flight_calls{%s}", 0L);
    expected.forEach(
        (metric, count) ->
            reaches(prometheus, "sum(" + metric.formatted("client=\"shop\"") + ")", count));
  }

  private static void everyExpressionHasASeries(PrometheusServer prometheus) throws IOException {
    List<String> expressions = new ArrayList<>(prometheus.ruleExpressions());
    assertThat(expressions).hasSizeGreaterThan(14);
    expressions.addAll(MonitoringFiles.dashboardExpressions());
    for (String each : expressions) {
      Await.until(() -> !prometheus.values(each).isEmpty(), () -> "no series: " + each);
    }
  }

  /** Waits for both alerts of each rule, and finds no other. */
  private static void fireAndRecover(List<Alert> alerts, Alert.Rule... rules) {
    Await.until(() -> alerts.size() >= 2 * rules.length, alerts::toString);
    assertThat(alerts).hasSize(2 * rules.length);
    for (Alert.Rule rule : rules) {
      assertThat(alerts)
          .filteredOn(each -> each.rule() == rule)
          .extracting(Alert::state)
          .containsExactly(Alert.State.FIRING, Alert.State.RECOVERED);
    }
  }

  /** Makes good calls while the alerts are checked again and again, over more than their window. */
  private static void callForAWindow(Shop shop, TroubledClients troubled) {
    try (PassingWindow window = new PassingWindow()) {
      Await.until(
          () -> {
            shop.goodCall();
            troubled.goodCall();
            return window.hasPassed();
          },
          () -> "no alert recovered");
    }
  }
}
