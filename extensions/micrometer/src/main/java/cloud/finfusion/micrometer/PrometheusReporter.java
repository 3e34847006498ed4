package cloud.finfusion.micrometer;

import cloud.finfusion.metrics.CallListener;
import cloud.finfusion.metrics.MonitoredClient;
import cloud.finfusion.metrics.Reporter;
import cloud.finfusion.runtime.InvalidArgumentException;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves what clients do to Prometheus, over HTTP on this machine: a registry of its own and an
 * endpoint, which starts when the first client is built. Several clients share it; each is tagged
 * with its name. Needs {@code io.micrometer:micrometer-registry-prometheus} and {@code
 * io.prometheus:prometheus-metrics-exporter-httpserver}, which this module does not bring: the
 * second in the version of {@code prometheus-metrics-core} that the first brings. A program that
 * has a registry uses {@link MicrometerReporter}. Thread-safe.
 *
 * <pre>{@code
 * PrometheusReporter prometheus = PrometheusReporter.at("/metrics").port(9464);
 * FinFusion client =
 *     FinFusion.builder()
 *         .apiKey(key)
 *         .metrics(Metrics.builder().reporter(prometheus).build())
 *         .build();
 * System.out.println(prometheus.uri()); // http://127.0.0.1:9464/metrics
 * }</pre>
 *
 * <p>A port that is taken is logged as a warning, and the client works; {@link #scrape} shows the
 * metrics then. Closing a client stops nothing: its counts stay. The endpoint's threads keep no
 * program from ending.
 */
public final class PrometheusReporter implements Reporter, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger("cloud.finfusion");
  private static final Pattern PATH = Pattern.compile("/[A-Za-z0-9._~-]+(/[A-Za-z0-9._~-]+)*");
  private static final int DEFAULT_PORT = 9464;
  private static final int MAX_PORT = 65_535;

  private final String path;
  private final String host;
  private final int port;
  private final PrometheusEndpoint endpoint;
  private final MicrometerReporter meters;
  private boolean closed;

  private PrometheusReporter(String path, String host, int port) {
    this.path = path;
    this.host = host;
    this.port = port;
    this.endpoint = new PrometheusEndpoint();
    this.meters = MicrometerReporter.of(endpoint.registry());
  }

  /**
   * Returns a reporter that serves this path, on port 9464 of 127.0.0.1.
   *
   * @param path as {@code /metrics}
   * @throws InvalidArgumentException if it is no path
   * @throws IllegalStateException if Prometheus' artifacts are missing
   */
  public static PrometheusReporter at(String path) {
    if (path == null || !PATH.matcher(path).matches()) {
      throw new InvalidArgumentException(
          "PrometheusReporter.at", "expected a path as /metrics, got " + path);
    }
    return create(path, "127.0.0.1", DEFAULT_PORT);
  }

  private static PrometheusReporter create(String path, String host, int port) {
    try {
      return new PrometheusReporter(path, host, port);
    } catch (NoClassDefFoundError missing) {
      throw new IllegalStateException(
          "PrometheusReporter needs io.micrometer:micrometer-registry-prometheus and"
              + " io.prometheus:prometheus-metrics-exporter-httpserver, found no "
              + missing.getMessage()
              + ": add both to the dependencies, the second in the version that the first brings"
              + " of prometheus-metrics-core",
          missing);
    }
  }

  /**
   * Returns a reporter of its own that serves another port; 0 for any that is free. Default 9464.
   *
   * @throws InvalidArgumentException if the port is not 0 to 65535
   */
  public PrometheusReporter port(int newPort) {
    if (newPort < 0 || newPort > MAX_PORT) {
      throw new InvalidArgumentException(
          "PrometheusReporter.port", "expected 0 to 65535, got " + newPort);
    }
    return create(path, host, newPort);
  }

  /**
   * Returns a reporter of its own that serves another address of this machine. Default 127.0.0.1,
   * which no other machine reaches: the metrics need no password, and tell what the program does.
   *
   * @param newHost a name or an address; {@code 0.0.0.0} for all
   * @throws InvalidArgumentException if the host is null
   */
  public PrometheusReporter host(String newHost) {
    InvalidArgumentException.unlessPresent("PrometheusReporter.host", newHost);
    return create(path, newHost, port);
  }

  @Override
  public CallListener attach(MonitoredClient client) {
    start();
    return meters.attach(client);
  }

  private synchronized void start() {
    if (closed || endpoint.port() != 0) {
      return;
    }
    try {
      endpoint.start(host, port, path);
    } catch (IOException | RuntimeException failure) {
      LOG.warn(
          "PrometheusReporter: expected to listen on {} port {}, found: {}. Metrics are counted but"
              + " not served; stop what uses the port, or choose another with port(…), 0 for any",
          host,
          port,
          failure.toString());
    }
  }

  @Override
  public void detach(MonitoredClient client) {
    meters.detach(client);
  }

  /**
   * Returns the URL of the endpoint; null if it does not run: before the first client is built,
   * after {@link #close}, or if the port was taken.
   */
  public synchronized @Nullable URI uri() {
    if (endpoint.port() == 0) {
      return null;
    }
    try {
      return new URI("http", null, host, endpoint.port(), path, null, null);
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible); // the server listens at it
    }
  }

  /** Returns what the endpoint shows, in Prometheus' text format, whether or not it runs. */
  public String scrape() {
    return endpoint.scrape();
  }

  /** Stops the endpoint for good. Clients work on, and their calls are counted. */
  @Override
  public synchronized void close() {
    closed = true;
    endpoint.stop();
  }

  /** Shows where the endpoint is or will be. */
  @Override
  public String toString() {
    return "PrometheusReporter{" + host + ":" + port + path + "}";
  }
}
