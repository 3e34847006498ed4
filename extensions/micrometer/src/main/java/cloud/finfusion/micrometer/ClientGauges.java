package cloud.finfusion.micrometer;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The gauges of one client, for as long as the client is the newest of its name. Thread-safe. */
final class ClientGauges {
  private final MeterRegistry registry;
  private final String client;
  private final List<Gauge> gauges = new ArrayList<>();
  private boolean removed;

  ClientGauges(MeterRegistry registry, String client) {
    this.registry = registry;
    this.client = client;
  }

  /** Adds a gauge without tags of its own. */
  void add(FinFusionMeter meter, Supplier<Number> value) {
    register(meter, value, client);
  }

  /** Adds a gauge with one tag. */
  void add(FinFusionMeter meter, Supplier<Number> value, String tag) {
    register(meter, value, client, tag);
  }

  /** Adds a gauge with two tags. */
  void add(FinFusionMeter meter, Supplier<Number> value, String tag, String second) {
    register(meter, value, client, tag, second);
  }

  private synchronized void register(
      FinFusionMeter meter, Supplier<Number> value, String... values) {
    if (!removed) { // an event may come after the end
      gauges.add(meter.gauge(registry, value, values));
    }
  }

  /** Removes them all for good. */
  synchronized void remove() {
    removed = true;
    gauges.forEach(registry::remove);
    gauges.clear();
  }
}
