package cloud.finfusion.micrometer;

import cloud.finfusion.micrometer.FinFusionMeter.Kind;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * The registry as one client uses it: registers meters of {@link FinFusionMeter} with the client's
 * name as the first tag. The values of the other tags are given in the order of the table.
 * Registering a counter or timer that the registry has returns that one. Thread-safe.
 */
final class ClientMeterRegistry {
  /** Fixed, since Micrometer's own percentile buckets are 70 series for each timer. */
  private static final Duration[] BUCKETS = {
    Duration.ofMillis(10),
    Duration.ofMillis(25),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofMillis(500),
    Duration.ofSeconds(1), // alerts compare with 1 s and 2 s
    Duration.ofSeconds(2),
    Duration.ofSeconds(4),
    Duration.ofSeconds(8),
    Duration.ofSeconds(30),
    Duration.ofSeconds(60)
  };

  private final MeterRegistry registry;
  private final String client;

  ClientMeterRegistry(MeterRegistry registry, String client) {
    this.registry = registry;
    this.client = client;
  }

  Counter counter(FinFusionMeter meter, String... values) {
    return Counter.builder(meter.id())
        .description(meter.description())
        .baseUnit(meter.unit())
        .tags(tags(meter, values))
        .register(registry);
  }

  Timer timer(FinFusionMeter meter, String... values) {
    Timer.Builder timer =
        Timer.builder(meter.id()).description(meter.description()).tags(tags(meter, values));
    return (meter.kind() == Kind.HISTOGRAM ? timer.serviceLevelObjectives(BUCKETS) : timer)
        .register(registry);
  }

  Gauge gauge(FinFusionMeter meter, Supplier<Number> value, String... values) {
    Gauge.Builder<Supplier<Number>> gauge =
        Gauge.builder(meter.id(), value).description(meter.description()).tags(tags(meter, values));
    return (meter.unit().isEmpty() ? gauge : gauge.baseUnit(meter.unit())).register(registry);
  }

  /** Removes a gauge, so that another of the same tags can be registered. */
  void remove(Gauge gauge) {
    registry.remove(gauge);
  }

  private Tags tags(FinFusionMeter meter, String... values) {
    List<String> names = meter.tags();
    if (values.length != names.size() - 1) {
      throw new IllegalArgumentException(meter.id() + " has the tags " + names);
    }
    List<Tag> tags = new ArrayList<>();
    tags.add(Tag.of(names.get(0), client));
    for (int i = 0; i < values.length; i++) {
      tags.add(Tag.of(names.get(i + 1), values[i]));
    }
    return Tags.of(tags);
  }
}
