package cloud.finfusion.micrometer;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.stream.Stream;

/** Reads meters of a registry. */
final class Meters {
  private Meters() {}

  /** The sum of the counters, or of the calls of the timers, of these tags: names and values. */
  static long count(MeterRegistry registry, FinFusionMeter meter, String... tags) {
    Stream<Meter> found = registry.find(meter.id()).tags(tags).meters().stream();
    return Math.round(found.mapToDouble(Meters::count).sum());
  }

  private static double count(Meter meter) {
    return meter instanceof Timer timer
        ? timer.count()
        : meter.measure().iterator().next().getValue();
  }

  /** The value of the only gauge of these tags; NaN if there is none. */
  static double gauge(MeterRegistry registry, FinFusionMeter meter, String... tags) {
    Gauge gauge = registry.find(meter.id()).tags(tags).gauge();
    return gauge == null ? Double.NaN : gauge.value();
  }
}
