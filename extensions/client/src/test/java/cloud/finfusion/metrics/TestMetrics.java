package cloud.finfusion.metrics;

import cloud.finfusion.internal.access.Access;
import cloud.finfusion.internal.time.Time;
import java.util.List;

/** Options of metrics that only tests set. */
public final class TestMetrics {
  private TestMetrics() {}

  /** Returns what counts in this process, to be attached to a client of the test's own. */
  static Reporter inProcess(Metrics metrics) {
    return Access.<Metrics, List<Reporter>>of(Metrics.class, metrics).get(0);
  }

  /** Returns metrics with these alerts, on a clock of the test's own. */
  public static Metrics of(Alerts alerts, Time time) {
    return Metrics.builder().alerts(alerts).time(time).build();
  }
}
