package cloud.finfusion.micrometer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.FinFusion;
import cloud.finfusion.runtime.InvalidArgumentException;
import cloud.finfusion.sandbox.Sandbox;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The endpoint for Prometheus, from the first client that is built until it is closed. */
class PrometheusReporterTest {
  private final Sandbox sandbox = Sandbox.start();
  private final PrometheusReporter reporter = PrometheusReporter.at("/metrics").port(0);

  @AfterEach
  void close() {
    reporter.close();
    sandbox.close();
  }

  private static HttpResponse<String> get(PrometheusReporter of, String accept) throws Exception {
    URI uri = Objects.requireNonNull(of.uri());
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(uri).header("Accept", accept).build(), BodyHandlers.ofString());
  }

  private static int status(String uri) throws Exception {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(URI.create(uri)).build(), BodyHandlers.discarding())
        .statusCode();
  }

  @Test
  void clientsShareTheEndpointAndAreDistinguishedByName() throws Exception {
    assertThat(reporter.uri()).isNull();
    try (FinFusion shop = Clients.of(sandbox, "shop", reporter).build();
        FinFusion billing = Clients.of(sandbox, "billing", reporter).build()) {
      shop.customers().create(Samples.customer());
      billing.customers().create(Samples.customer());

      URI uri = reporter.uri();
      assertThat(uri).hasHost("127.0.0.1").hasPath("/metrics");
      try (FinFusion third = Clients.of(sandbox, "third", reporter).build()) {
        assertThat(third).isNotNull();
        assertThat(reporter.uri()).isEqualTo(uri);
      }
      HttpResponse<String> text = get(reporter, "text/plain");
      assertThat(text.statusCode()).isEqualTo(200);
      assertThat(text.body())
          .contains("finfusion_calls_seconds_count{client=\"shop\",operation=\"customers.create\"")
          .contains("finfusion_calls_seconds_count{client=\"billing\",")
          .contains("# HELP finfusion_calls_seconds Time of calls");
      assertThat(status(uri + "s")).as("a path that begins alike").isEqualTo(404);
      assertThat(reporter.scrape()).contains("finfusion_attempts_total{client=\"shop\"");
    }
  }

  @Test
  void aTimeHasTwelveBucketsAndTwoOperationsFewSeries() {
    try (FinFusion client = Clients.of(sandbox, "shop", reporter).build()) {
      client.customers().create(Samples.customer());
      client.payments().create(Samples.accepted());

      List<String> series =
          reporter.scrape().lines().filter(each -> !each.startsWith("#")).toList();
      assertThat(series)
          .filteredOn(each -> each.contains("_bucket{") && each.contains("payments.create"))
          .hasSize(13) // with the one of all
          .anyMatch(each -> each.contains("le=\"1.0\""))
          .anyMatch(each -> each.contains("le=\"2.0\""));
      assertThat(series).hasSizeLessThan(60);
    }
  }

  @Test
  void openMetricsIsServedToThoseWhoAcceptIt() throws Exception {
    try (FinFusion client = Clients.of(sandbox, "shop", reporter).build()) {
      client.customers().create(Samples.customer());

      HttpResponse<String> response =
          get(reporter, "application/openmetrics-text;version=1.0.0,text/plain;q=0.5");

      assertThat(response.headers().firstValue("Content-Type"))
          .hasValueSatisfying(type -> assertThat(type).contains("application/openmetrics-text"));
      assertThat(response.body()).endsWith("# EOF\n").contains("finfusion_calls_seconds_bucket{");
    }
  }

  @Test
  void aTakenPortIsOneWarningAndTheClientWorks() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Warnings warnings = new Warnings();
        PrometheusReporter late = PrometheusReporter.at("/metrics").port(taken.getLocalPort());
        FinFusion client = Clients.of(sandbox, "shop", late).build()) {
      client.customers().create(Samples.customer());

      assertThat(late.uri()).isNull();
      assertThat(late.scrape()).contains("finfusion_calls_seconds_count{client=\"shop\"");
      List<String> lines = warnings.containing("port " + taken.getLocalPort());
      assertThat(lines).hasSize(1);
      assertThat(lines.get(0))
          .startsWith("PrometheusReporter: expected to listen on 127.0.0.1 port ")
          .contains("found: java.net.BindException: Address already in use")
          .contains("choose another with port(")
          .doesNotContain("\n");
    }
  }

  @Test
  void aPortThatIsFreeAgainIsTakenByTheNextClient() throws Exception {
    ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    try (PrometheusReporter late = PrometheusReporter.at("/metrics").port(taken.getLocalPort());
        FinFusion first = Clients.of(sandbox, "shop", late).build()) {
      taken.close();
      try (FinFusion second = Clients.of(sandbox, "billing", late).build()) {
        assertThat(first).isNotSameAs(second);
        assertThat(late.uri()).hasPort(taken.getLocalPort());
      }
    }
  }

  @Test
  void theEndpointOutlivesItsClientsUntilItIsClosed() throws Exception {
    FinFusion client = Clients.of(sandbox, "shop", reporter).build();
    client.customers().create(Samples.customer());
    client.close();

    assertThat(get(reporter, "text/plain").body())
        .contains("finfusion_calls_seconds_count{client=\"shop\"")
        .doesNotContain("finfusion_in_flight_calls{client=\"shop\"");

    reporter.close();
    reporter.close();
    assertThat(reporter.uri()).isNull();
    try (FinFusion later = Clients.of(sandbox, "later", reporter).build()) {
      later.customers().create(Samples.customer());
      assertThat(reporter.uri()).isNull();
    }
  }

  @Test
  void settingsMakeAReporterOfItsOwn() throws Exception {
    PrometheusReporter other = reporter.host("localhost");
    try (FinFusion client = Clients.of(sandbox, "shop", reporter).build()) {
      client.customers().create(Samples.customer());
      assertThat(other.uri()).isNull();
      assertThat(other.scrape()).isEmpty();
      assertThat(other).hasToString("PrometheusReporter{localhost:0/metrics}");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "metrics", "/a b", "/a?b", "//", "/a/"})
  void aPathIsExpected(String path) {
    assertThatThrownBy(() -> PrometheusReporter.at(path))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("expected a path as /metrics");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 65_536})
  void aPortIsExpected(int port) {
    assertThatThrownBy(() -> reporter.port(port))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("PrometheusReporter.port");
  }

  @Test
  void theEndpointsThreadsKeepNoProgramFromEnding() {
    try (FinFusion client = Clients.of(sandbox, "shop", reporter).build()) {
      assertThat(client).isNotNull();
      assertThat(Thread.getAllStackTraces().keySet())
          .filteredOn(each -> each.getName().startsWith("HTTP-Dispatcher"))
          .isNotEmpty()
          .allMatch(Thread::isDaemon);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"micrometer-registry-prometheus", "prometheus-metrics-exporter-httpserver"})
  void aMissingArtifactIsOneSentenceThatNamesBoth(String missing) throws Exception {
    try (NarrowClassPath without = new NarrowClassPath(missing)) {
      String type = PrometheusReporter.class.getName();
      assertThatThrownBy(() -> without.call(type, "at", String.class, "/metrics"))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("needs io.micrometer:micrometer-registry-prometheus and")
          .hasMessageContaining(" io.prometheus:prometheus-metrics-exporter-httpserver, found no ")
          .hasMessageContaining("add both");
    }
  }

  @Test
  void artifactsThatDoNotFitAreOneWarningAndAStatus() throws Exception {
    try (NarrowClassPath without = new NarrowClassPath("HttpExchangeAdapter")) {
      String name = ScrapedTwice.class.getName();

      assertThat(without.call(name, "statusesAndWarnings", String.class, "/metrics"))
          .asString()
          .startsWith("500 500 [PrometheusReporter: expected micrometer-registry-prometheus and ")
          .contains("found: java.lang.NoClassDefFoundError: ")
          .containsOnlyOnce("import io.prometheus:prometheus-metrics-bom");
    }
  }

  /** Runs in a class loader of its own. */
  public static final class ScrapedTwice {
    private ScrapedTwice() {}

    /** Returns what two scrapes came to. */
    public static String statusesAndWarnings(String path) throws Exception {
      try (Warnings warnings = new Warnings();
          PrometheusReporter reporter = PrometheusReporter.at(path).port(0)) {
        reporter.attach(new FixedClient("c", true, FixedClient.FULL));
        String uri = String.valueOf(reporter.uri());
        return status(uri) + " " + status(uri) + " " + warnings.containing("to use one version");
      }
    }
  }
}
