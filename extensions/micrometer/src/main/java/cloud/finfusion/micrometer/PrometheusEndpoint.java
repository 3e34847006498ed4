package cloud.finfusion.micrometer;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.exporter.httpserver.MetricsHandler;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A registry and the HTTP server that shows it: the one class that knows Prometheus' artifacts. If
 * one is missing the constructor throws a {@link NoClassDefFoundError}. The server is the JDK's,
 * since older versions of the exporter's serve one path only. Not thread-safe.
 */
final class PrometheusEndpoint {
  private static final Logger LOG = LoggerFactory.getLogger("cloud.finfusion");
  private static final Duration LIMIT = Duration.ofSeconds(10); // a scraper waits no longer

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final MetricsHandler handler = new MetricsHandler(registry.getPrometheusRegistry());
  private final AtomicBoolean mismatchLogged = new AtomicBoolean();
  private final Duration limit;
  private @Nullable RunningServer running;

  PrometheusEndpoint() {
    this(LIMIT);
  }

  /** Limits the time of each exchange. */
  PrometheusEndpoint(Duration limit) {
    this.limit = limit;
  }

  MeterRegistry registry() {
    return registry;
  }

  String scrape() {
    return registry.scrape();
  }

  /**
   * Starts the server; its threads keep no program from ending.
   *
   * @throws IOException if the address cannot be had
   */
  void start(String host, int port, String path) throws IOException {
    HttpServer server = HttpServer.create(new InetSocketAddress(host, port), 0);
    server.createContext(path, exchange -> serve(exchange, path));
    running = RunningServer.start(server, new EndpointThreads(limit));
  }

  private void serve(HttpExchange exchange, String path) throws IOException {
    try (exchange) {
      if (exchange.getRequestURI().getPath().equals(path)) {
        scrape(exchange);
      } else {
        exchange.sendResponseHeaders(404, -1); // the server's contexts are prefixes
      }
    }
  }

  private void scrape(HttpExchange exchange) throws IOException {
    try {
      handler.handle(exchange);
    } catch (LinkageError mismatch) { // else the server would drop it in silence
      logOnce(mismatch);
      exchange.sendResponseHeaders(500, -1);
    }
  }

  private void logOnce(LinkageError mismatch) {
    if (mismatchLogged.compareAndSet(false, true)) {
      LOG.warn(
          "PrometheusReporter: expected micrometer-registry-prometheus and"
              + " prometheus-metrics-exporter-httpserver to use one version of prometheus-metrics,"
              + " found: {}. Metrics are counted but not served; import"
              + " io.prometheus:prometheus-metrics-bom in the version that the first brings",
          mismatch.toString());
    }
  }

  /** Returns the port that the server listens on; 0 if it does not run. */
  int port() {
    return running == null ? 0 : running.port();
  }

  void stop() {
    if (running != null) {
      running.stop();
      running = null;
    }
  }
}
