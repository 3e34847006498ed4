package cloud.finfusion.micrometer;

import cloud.finfusion.FinFusion;
import cloud.finfusion.error.FinFusionException;
import cloud.finfusion.metrics.Alert;
import cloud.finfusion.metrics.Alerts;
import cloud.finfusion.metrics.Metrics;
import cloud.finfusion.sandbox.Sandbox;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A client with one failed call: when its alert has recovered, a whole window was checked. */
final class PassingWindow implements AutoCloseable {
  static final Duration LENGTH = Duration.ofSeconds(5);

  private final Sandbox sandbox = Sandbox.start();
  private final List<Alert> alerts = new CopyOnWriteArrayList<>();
  private final FinFusion client;

  PassingWindow() {
    Alerts sensitive =
        Alerts.builder().errorRate(0.05, LENGTH).minimumCalls(1).onAlert(alerts::add).build();
    client = Clients.of(sandbox, Metrics.builder().alerts(sensitive).build()).build();
    sandbox.faults().status("customers.delete", 1, 403);
    try {
      client.customers().delete("cust_1");
    } catch (FinFusionException expected) {
      // as meant
    }
  }

  boolean hasPassed() {
    return alerts.stream().anyMatch(each -> each.state() == Alert.State.RECOVERED);
  }

  @Override
  public void close() {
    client.close();
    sandbox.close();
  }
}
