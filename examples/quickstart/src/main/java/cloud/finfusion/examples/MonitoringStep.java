package cloud.finfusion.examples;

import cloud.finfusion.metrics.MetricsSnapshot;
import cloud.finfusion.metrics.OperationMetrics;
import cloud.finfusion.sandbox.Sandbox;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Shows what the client measured: in this process, and as Prometheus reads it. */
final class MonitoringStep {
  private static final String OPERATION = "payments.create";

  private final Sandbox sandbox;
  private final Tour tour;

  MonitoringStep(Sandbox sandbox, Tour tour) {
    this.sandbox = sandbox;
    this.tour = tour;
  }

  String run(MetricsSnapshot snapshot, URI endpoint) {
    OperationMetrics payments =
        Objects.requireNonNull(snapshot.operations().get(OPERATION), OPERATION);
    long received =
        sandbox.requests().stream().filter(each -> OPERATION.equals(each.operation())).count();
    tour.check(payments.attempts() == received, received + " attempts to pay", payments.attempts());
    return snapshot.toString().strip().replace("\n", "\n    ")
        + "\n    "
        + endpoint
        + ": "
        + line(endpoint);
  }

  private String line(URI endpoint) {
    String found =
        read(endpoint)
            .lines()
            .filter(each -> each.startsWith("finfusion_calls_seconds_count"))
            .filter(each -> each.contains(OPERATION) && each.contains("success"))
            .findFirst()
            .orElse("nothing");
    tour.check(!found.equals("nothing"), "a line for " + OPERATION, found);
    return found;
  }

  private static String read(URI endpoint) {
    try (InputStream body = endpoint.toURL().openStream()) {
      return new String(body.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
