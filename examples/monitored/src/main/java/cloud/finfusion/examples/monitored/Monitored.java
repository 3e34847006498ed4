package cloud.finfusion.examples.monitored;

import cloud.finfusion.FinFusion;
import cloud.finfusion.cache.CacheOptions;
import cloud.finfusion.metrics.Alerts;
import cloud.finfusion.metrics.Metrics;
import cloud.finfusion.micrometer.PrometheusReporter;
import cloud.finfusion.sandbox.Sandbox;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A client under load beside the sandbox: {@code mvn -q -Drun=monitored}. Its metrics are served to
 * Prometheus, its alerts are printed; every half minute the sandbox is down for ten seconds.
 */
public final class Monitored {
  private static final Duration WINDOW = Duration.ofSeconds(10);

  private Monitored() {}

  /** Takes the port of the endpoint, and how many seconds to run; 0 for until it is stopped. */
  public static void main(String[] args) throws InterruptedException {
    run(Integer.parseInt(args[0]), Integer.parseInt(args[1]), System.out);
  }

  static void run(int port, int seconds, PrintStream out) throws InterruptedException {
    PrometheusReporter prometheus = PrometheusReporter.at("/metrics").port(port);
    Metrics metrics =
        Metrics.builder()
            .client("shop")
            .detailed(true)
            .reporter(prometheus)
            .alerts(
                Alerts.builder()
                    .errorRate(0.05, WINDOW) // 5 minutes in production, as documented
                    .latency(Duration.ofSeconds(1), Duration.ofSeconds(2))
                    .latencyWindow(WINDOW)
                    .onAlert(alert -> out.println("ALERT " + alert))
                    .build())
            .build();
    try (prometheus;
        Sandbox sandbox = Sandbox.start();
        FinFusion client =
            FinFusion.builder()
                .apiKey(sandbox.apiKey())
                .baseUrl(sandbox.baseUri())
                .cache(CacheOptions.builder().build())
                .metrics(metrics)
                .build()) {
      out.println(where(prometheus.uri(), port));
      new Traffic(client, sandbox.faults()).run(seconds, second -> print(second, metrics, out));
      out.println(metrics.snapshot());
    }
  }

  private static String where(@Nullable URI endpoint, int port) {
    return endpoint == null
        ? "Port " + port + " is taken, so the metrics are not served: try -Dport=0."
        : "Prometheus reads " + endpoint + ". Stop with Ctrl-C.";
  }

  private static void print(int second, Metrics metrics, PrintStream out) {
    if (second % 5 == 0) {
      var total = metrics.snapshot().total();
      out.printf(
          "%4d s: %d calls, %.1f %% errors, %d retries, p95 %d ms%n",
          second,
          total.calls(),
          100 * total.errorRate(),
          total.retries(),
          total.latency().p95().toMillis());
    }
  }
}
