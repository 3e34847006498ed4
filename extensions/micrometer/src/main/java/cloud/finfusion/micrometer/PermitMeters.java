package cloud.finfusion.micrometer;

import cloud.finfusion.metrics.PermitRecord;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;
import java.util.List;

/** The meters of one client's permits, by their source. Thread-safe. */
final class PermitMeters {
  private static final int MOST = 20;
  private static final List<String> SOURCES = List.of("token", "rate", "concurrency", "circuit");

  private final Bounded<Timer> waits;
  private final Bounded<Counter> refusals;

  PermitMeters(ClientMeterRegistry registry) {
    waits = new Bounded<>(MOST, source -> registry.timer(FinFusionMeter.PERMIT_WAITS, source));
    refusals =
        new Bounded<>(MOST, source -> registry.counter(FinFusionMeter.PERMIT_REFUSALS, source));
    SOURCES.forEach(refusals::of);
  }

  void waited(PermitRecord permit) {
    waits.of(permit.source()).record(permit.waited());
  }

  void refused(PermitRecord permit) {
    refusals.of(permit.source()).increment();
  }
}
