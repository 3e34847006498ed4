package cloud.finfusion.micrometer;

import io.micrometer.core.instrument.Gauge;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * The gauges of one client. The registry has them only while the client is the newest of its name
 * that is attached: of two gauges with the same tags a registry drops one. Thread-safe.
 */
final class ClientGauges {
  private final ClientMeterRegistry registry;
  private final List<Supplier<Gauge>> all = new ArrayList<>();
  private final List<Gauge> registered = new ArrayList<>();
  private boolean shown;

  ClientGauges(ClientMeterRegistry registry) {
    this.registry = registry;
  }

  /** Adds a gauge; the values are those of its tags after the client. */
  void add(FinFusionMeter meter, Supplier<Number> value, String... values) {
    add(() -> registry.gauge(meter, value, values));
  }

  private synchronized void add(Supplier<Gauge> gauge) {
    all.add(gauge);
    if (shown) { // else an event of a client that is hidden, or closed
      registered.add(gauge.get());
    }
  }

  /** Registers all gauges, also those that are added later. */
  synchronized void show() {
    if (!shown) {
      shown = true;
      all.forEach(gauge -> registered.add(gauge.get()));
    }
  }

  /** Removes all gauges from the registry, until they are shown again. */
  synchronized void hide() {
    shown = false;
    registered.forEach(registry::remove);
    registered.clear();
  }
}
