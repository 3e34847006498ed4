package cloud.finfusion.micrometer;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.exporter.httpserver.HTTPServer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A registry and the HTTP server that shows it: the one class that knows Prometheus' artifacts. If
 * one is missing the constructor throws a {@link NoClassDefFoundError}. Not thread-safe.
 */
final class PrometheusEndpoint {
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final HTTPServer.Builder builder =
      HTTPServer.builder().registry(registry.getPrometheusRegistry());
  private @Nullable HTTPServer server;

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
    server = builder.hostname(host).port(port).metricsHandlerPath(path).buildAndStart();
  }

  /** Returns the port that the server listens on; 0 if it does not run. */
  int port() {
    return server == null ? 0 : server.getPort();
  }

  void stop() {
    if (server != null) {
      server.close();
      server = null;
    }
  }
}
