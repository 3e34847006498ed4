package cloud.finfusion.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Connections that send half a request keep no scrape from its response. */
class SlowScrapersTest {
  private static final Duration SHORT = Duration.ofMillis(300);
  private static final Duration LONG = Duration.ofDays(1);
  private static final int PATIENCE = 20_000;

  private final List<Socket> halves = new ArrayList<>();

  @AfterEach
  void closeHalves() throws IOException {
    for (Socket each : halves) {
      each.close();
    }
  }

  private PrometheusEndpoint started(Duration limit, int connections) throws IOException {
    PrometheusEndpoint endpoint = new PrometheusEndpoint(limit);
    endpoint.start("127.0.0.1", 0, "/metrics");
    for (int i = 0; i < connections; i++) {
      Socket half = new Socket(InetAddress.getLoopbackAddress(), endpoint.port());
      half.setSoTimeout(PATIENCE);
      halves.add(half);
      half.getOutputStream().write("GET /metrics HT".getBytes(StandardCharsets.US_ASCII));
    }
    return endpoint;
  }

  private static int scrape(PrometheusEndpoint endpoint) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + endpoint.port() + "/metrics");
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(uri).timeout(Duration.ofMillis(PATIENCE)).build(),
            BodyHandlers.discarding())
        .statusCode();
  }

  private static boolean isClosedByTheServer(Socket half) throws IOException {
    try {
      return half.getInputStream().read() == -1;
    } catch (SocketException reset) {
      return true;
    }
  }

  @Test
  void someConnectionsTakeNoThreadFromAScrape() throws Exception {
    PrometheusEndpoint endpoint = started(LONG, 10);

    assertThat(scrape(endpoint)).isEqualTo(200);

    endpoint.stop();
  }

  @Test
  void moreConnectionsThanThreadsAreClosedAfterAWhile() throws Exception {
    PrometheusEndpoint endpoint = started(SHORT, 40);

    assertThat(scrape(endpoint)).isEqualTo(200);
    for (Socket each : halves) {
      assertThat(isClosedByTheServer(each)).isTrue();
    }

    endpoint.stop();
  }
}
