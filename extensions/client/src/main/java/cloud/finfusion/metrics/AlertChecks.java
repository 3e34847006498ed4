package cloud.finfusion.metrics;

import cloud.finfusion.internal.guard.Guard;
import cloud.finfusion.internal.time.Time;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.AtomicHistogram;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks the last calls of a client, notifies and logs what fires and recovers. */
final class AlertChecks {
  private static final Logger LOG = LoggerFactory.getLogger("cloud.finfusion");

  private final @Nullable WindowChecks<ErrorCounts> errors;
  private final @Nullable WindowChecks<AtomicHistogram> latencies;

  private record ErrorCounts(LongAdder calls, LongAdder errors) {
    ErrorCounts() {
      this(new LongAdder(), new LongAdder());
    }
  }

  AlertChecks(String client, Alerts alerts, Time time) {
    Double rate = alerts.errorRate();
    errors =
        rate == null
            ? null
            : new WindowChecks<>(
                client,
                alerts.errorRateWindow(),
                ErrorCounts::new,
                List.of(
                    new AlertCheck<>(
                        Alert.Rule.ERROR_RATE,
                        new AlertRule(rate, alerts.minimumCalls()),
                        AlertChecks::errorRate)),
                time,
                alert -> send(alerts, alert));
    Duration p95 = alerts.p95();
    Duration p99 = alerts.p99();
    latencies =
        p95 == null || p99 == null
            ? null
            : new WindowChecks<>(
                client,
                alerts.latencyWindow(),
                Latencies::histogram,
                List.of(
                    latency(Alert.Rule.LATENCY_P95, 95, p95, alerts),
                    latency(Alert.Rule.LATENCY_P99, 99, p99, alerts)),
                time,
                alert -> send(alerts, alert));
  }

  private static AlertCheck<AtomicHistogram> latency(
      Alert.Rule rule, double percent, Duration threshold, Alerts alerts) {
    AlertRule decision = new AlertRule(threshold.toNanos() / 1e6, alerts.minimumCalls());
    return new AlertCheck<>(rule, decision, slices -> percentile(slices, percent));
  }

  private static AlertCheck.Sample errorRate(List<ErrorCounts> slices) {
    long errors = slices.stream().mapToLong(each -> each.errors.sum()).sum(); // counted last
    long calls = slices.stream().mapToLong(each -> each.calls.sum()).sum();
    return new AlertCheck.Sample(calls == 0 ? 0 : (double) errors / calls, calls);
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
    CallRecord.Result result = call.result();
    if (result == CallRecord.Result.CACHED) {
      return;
    }
    if (errors != null) {
      ErrorCounts slice = errors.current();
      slice.calls.increment();
      if (result == CallRecord.Result.ERROR) {
        slice.errors.increment();
      }
    }
    if (latencies != null) {
      Latencies.record(latencies.current(), call.elapsed());
    }
  }
}
