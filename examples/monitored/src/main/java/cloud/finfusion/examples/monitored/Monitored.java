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
 * Prometheus, its alerts are printed, and at the end what it counted, also after Ctrl-C.
 */
public final class Monitored {
  private static final Duration WINDOW = Duration.ofSeconds(10);
  private static final int WRONG_SETTINGS = 2;

  private Monitored() {}

  /** Takes the port of the endpoint, and how many seconds to run; 0 for until it is stopped. */
  public static void main(String[] args) throws InterruptedException {
    Settings settings;
    try {
      settings = Settings.parse(args);
    } catch (IllegalArgumentException wrong) {
      System.err.println("monitored: " + wrong.getMessage());
      System.exit(WRONG_SETTINGS);
      return;
    }
    PrometheusReporter prometheus = PrometheusReporter.at("/metrics").port(settings.port());
    Metrics metrics = metrics(prometheus, System.out);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println(metrics.snapshot())));
    run(prometheus, metrics, settings, new ClockPace(), System.out);
  }

  static Metrics metrics(PrometheusReporter prometheus, PrintStream out) {
    return Metrics.builder()
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
  }

  static void run(
      PrometheusReporter prometheus, Metrics metrics, Settings settings, Pace pace, PrintStream out)
      throws InterruptedException {
    try (prometheus;
        Sandbox sandbox = Sandbox.start();
        FinFusion client =
            FinFusion.builder()
                .apiKey(sandbox.apiKey())
                .baseUrl(sandbox.baseUri())
                .cache(CacheOptions.builder().build())
                .metrics(metrics)
                .build()) {
      out.println(where(prometheus.uri(), settings.port()));
      new Traffic(client, sandbox.faults())
          .run(settings.seconds(), pace, new Progress(metrics, out));
    }
  }

  private static String where(@Nullable URI endpoint, int port) {
    return endpoint == null
        ? "Port "
            + port
            + " is taken or not allowed, so the metrics are not served: try -Dport=0. Stop with"
            + " Ctrl-C."
        : "Prometheus reads " + endpoint + ". Stop with Ctrl-C.";
  }
}
