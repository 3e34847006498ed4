package cloud.finfusion.micrometer;

import cloud.finfusion.metrics.CallListener;
import cloud.finfusion.metrics.MonitoredClient;
import cloud.finfusion.metrics.Reporter;
import cloud.finfusion.runtime.InvalidArgumentException;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;

/**
 * Adds what clients do to a registry of Micrometer, and so to any monitoring system that Micrometer
 * knows. All meters begin with {@code finfusion.} and have the tag {@code client}, {@link
 * cloud.finfusion.metrics.Metrics.Builder#client}; the module's README lists them. Times are in
 * seconds. The number of meters is limited whatever a server sends: codes that the specification
 * does not have, and names beyond a limit, are counted as {@code other}. Without {@link
 * cloud.finfusion.metrics.Metrics.Builder#detailed} the tags {@code status}, {@code reason}, {@code
 * type} and {@code code} are {@code all}.
 *
 * <p>One reporter may serve several clients. Where two of them have the same name, their counts are
 * added, and gauges show the newest that is open. When a client is closed its gauges are removed,
 * and its counts stay. Closing the registry is the caller's work. Thread-safe.
 *
 * <pre>{@code
 * Metrics metrics =
 *     Metrics.builder().client("shop").reporter(MicrometerReporter.of(registry)).build();
 * FinFusion client = FinFusion.builder().apiKey(key).metrics(metrics).build();
 * }</pre>
 */
public final class MicrometerReporter implements Reporter {
  private final MeterRegistry registry;
  private final List<AttachedClient> attached = new ArrayList<>(); // the newest is the last

  private record AttachedClient(MonitoredClient client, String name, ClientMeters meters) {}

  private MicrometerReporter(MeterRegistry registry) {
    this.registry = registry;
  }

  /**
   * Returns a reporter to this registry. A registry needs one reporter, not one for each client.
   *
   * @throws InvalidArgumentException if the registry is null
   */
  public static MicrometerReporter of(MeterRegistry registry) {
    InvalidArgumentException.unlessPresent("MicrometerReporter.of", registry);
    return new MicrometerReporter(registry);
  }

  @Override
  public synchronized CallListener attach(MonitoredClient client) {
    ClientMeters meters = new ClientMeters(registry, client);
    attached.add(new AttachedClient(client, client.name(), meters));
    showNewest(client.name());
    return meters;
  }

  @Override
  public synchronized void detach(MonitoredClient client) {
    attached.stream()
        .filter(each -> each.client == client)
        .forEach(each -> each.meters.hideGauges());
    attached.removeIf(each -> each.client == client);
    showNewest(client.name());
  }

  private void showNewest(String name) {
    List<ClientMeters> same =
        attached.stream().filter(each -> each.name.equals(name)).map(each -> each.meters).toList();
    if (!same.isEmpty()) {
      int newest = same.size() - 1;
      same.subList(0, newest).forEach(ClientMeters::hideGauges);
      same.get(newest).showGauges();
    }
  }

  /** Shows the kind of the registry. */
  @Override
  public String toString() {
    return "MicrometerReporter{registry=" + registry.getClass().getSimpleName() + "}";
  }
}
