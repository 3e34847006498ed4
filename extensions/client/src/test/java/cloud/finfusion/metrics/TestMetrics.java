package cloud.finfusion.metrics;

import cloud.finfusion.internal.time.Time;

/** Options of metrics that only tests set. */
public final class TestMetrics {
  private TestMetrics() {}

  /** Returns metrics with these alerts, on a clock of the test's own. */
  public static Metrics of(Alerts alerts, Time time) {
    return Metrics.builder().alerts(alerts).time(time).build();
  }
}
