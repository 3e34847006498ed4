package cloud.finfusion.micrometer;

import cloud.finfusion.FinFusion;
import cloud.finfusion.metrics.Metrics;
import cloud.finfusion.metrics.Reporter;
import cloud.finfusion.retry.RetryOptions;
import cloud.finfusion.sandbox.Sandbox;
import java.time.Duration;

/** Clients of a sandbox. */
final class Clients {
  private Clients() {}

  /** A client that is reported with details. */
  static FinFusion.Builder of(Sandbox sandbox, String name, Reporter reporter) {
    return of(sandbox, Metrics.builder().client(name).detailed(true).reporter(reporter).build());
  }

  /** A client whose retries come at once. */
  static FinFusion.Builder of(Sandbox sandbox, Metrics metrics) {
    RetryOptions quick =
        RetryOptions.builder()
            .initialDelay(Duration.ofMillis(1))
            .maxDelay(Duration.ofMillis(2))
            .build();
    return FinFusion.builder()
        .apiKey(sandbox.apiKey())
        .baseUrl(sandbox.baseUri())
        .retry(quick)
        .metrics(metrics);
  }
}
