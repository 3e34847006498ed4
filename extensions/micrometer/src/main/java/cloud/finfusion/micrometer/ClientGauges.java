package cloud.finfusion.micrometer;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * The gauges of one client. The registry has them only while the client is the newest of its name
 * that is attached: of two gauges with the same tags a registry drops one. Thread-safe.
 */
final class ClientGauges {
  private final MeterRegistry registry;
  private final String client;
  private final List<Supplier<Gauge>> all = new ArrayList<>();
  private final List<Gauge> registered = new ArrayList<>();
  private boolean shown;

  ClientGauges(MeterRegistry registry, String client) {
    this.registry = registry;
    this.client = client;
  }

  /** Adds a gauge without tags of its own. */
  void add(FinFusionMeter meter, Supplier<Number> value) {
    add(() -> meter.gauge(registry, value, client));
  }

  /** Adds a gauge with one tag. */
  void add(FinFusionMeter meter, Supplier<Number> value, String tag) {
    add(() -> meter.gauge(registry, value, client, tag));
  }

  /** Adds a gauge with two tags. */
  void add(FinFusionMeter meter, Supplier<Number> value, String tag, String second) {
    add(() -> meter.gauge(registry, value, client, tag, second));
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
