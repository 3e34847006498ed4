package cloud.finfusion.metrics;

import cloud.finfusion.internal.guard.Guard;
import cloud.finfusion.internal.time.Time;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.HdrHistogram.AtomicHistogram;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks the last calls of an open client, notifies and logs what fires and recovers. */
final class AlertChecks {
  private static final Logger LOG = LoggerFactory.getLogger("cloud.finfusion");

  private final List<WindowChecks<?>> windows;

  AlertChecks(String client, Alerts alerts, Time time) {
    windows =
        Stream.of(errorRate(client, alerts), latency(client, alerts))
            .filter(Objects::nonNull)
            .<WindowChecks<?>>map(
                each -> new WindowChecks<>(each, time, alert -> send(alerts, alert)))
            .toList();
  }

  /** Calls, and those of them that are errors, which are counted last and read first. */
  private record ErrorCounts(LongAdder calls, LongAdder errors) {
    ErrorCounts() {
      this(new LongAdder(), new LongAdder());
    }

    void add(CallRecord call) {
      calls.increment();
      if (call.result() == CallRecord.Result.ERROR) {
        errors.increment();
      }
    }
  }

  private static @Nullable WindowRules<ErrorCounts> errorRate(String client, Alerts alerts) {
    Double threshold = alerts.errorRate();
    if (threshold == null) {
      return null;
    }
    AlertRule decision = new AlertRule(threshold, alerts.minimumCalls());
    return new WindowRules<>(
        client,
        alerts.errorRateWindow(),
        ErrorCounts::new,
        ErrorCounts::add,
        List.of(new AlertCheck<>(Alert.Rule.ERROR_RATE, decision, AlertChecks::errorRate)));
  }

  private static AlertCheck.Sample errorRate(List<ErrorCounts> slices) {
    long errors = slices.stream().mapToLong(each -> each.errors.sum()).sum();
    long calls = slices.stream().mapToLong(each -> each.calls.sum()).sum();
    return new AlertCheck.Sample(calls == 0 ? 0 : (double) errors / calls, calls);
  }

  private static @Nullable WindowRules<AtomicHistogram> latency(String client, Alerts alerts) {
    Duration p95 = alerts.p95();
    Duration p99 = alerts.p99();
    if (p95 == null || p99 == null) {
      return null;
    }
    return new WindowRules<>(
        client,
        alerts.latencyWindow(),
        Latencies::histogram,
        (slice, call) -> Latencies.record(slice, call.elapsed()),
        List.of(
            latency(Alert.Rule.LATENCY_P95, 95, p95, alerts),
            latency(Alert.Rule.LATENCY_P99, 99, p99, alerts)));
  }

  /** A percentile of fewer calls would be the slowest of them. */
  private static AlertCheck<AtomicHistogram> latency(
      Alert.Rule rule, int percent, Duration threshold, Alerts alerts) {
    int calls = Math.max(alerts.minimumCalls(), 100 / (100 - percent));
    AlertRule decision = new AlertRule(threshold.toNanos() / 1e6, calls);
    return new AlertCheck<>(rule, decision, slices -> percentile(slices, percent));
  }

  private static AlertCheck.Sample percentile(List<AtomicHistogram> slices, double percent) {
    AtomicHistogram all = Latencies.histogram();
    slices.forEach(all::add);
    double millis = Latencies.percentile(all, percent).toNanos() / 1e6;
    return new AlertCheck.Sample(millis, all.getTotalCount());
  }

  private static void send(Alerts alerts, Alert alert) {
    Guard.accept("the log", AlertChecks::log, alert);
    Guard.accept("onAlert", alerts.onAlert(), alert);
  }

  private static void log(Alert alert) {
    if (alert.state() == Alert.State.FIRING) {
      LOG.warn("{}", alert);
    } else {
      LOG.info("{}", alert);
    }
  }

  /** A call is over. One that was served from the cache says nothing of the server. */
  void callEnded(CallRecord call) {
    if (call.result() != CallRecord.Result.CACHED) {
      windows.forEach(each -> each.callEnded(call));
    }
  }

  /** The client is closed: what fires recovers, and no timer is left. */
  void end() {
    windows.forEach(WindowChecks::end);
  }
}
