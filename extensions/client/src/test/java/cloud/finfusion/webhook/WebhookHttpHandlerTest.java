package cloud.finfusion.webhook;

import static cloud.finfusion.webhook.Deliveries.SECRET;
import static cloud.finfusion.webhook.Deliveries.event;
import static cloud.finfusion.webhook.Deliveries.verifier;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.error.WebhookSignatureException;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WebhookHttpHandlerTest {
  private final List<String> handled = new CopyOnWriteArrayList<>();
  private final HttpServer server =
      HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);

  WebhookHttpHandlerTest() throws IOException {
    WebhookHandler handler =
        WebhookHandler.builder(verifier(SECRET).maxBodyBytes(100).build())
            .onOther(event -> handled.add(event.id()))
            .build();
    server.createContext("/webhooks", new WebhookHttpHandler(handler));
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private HttpResponse<String> post(byte[] body, byte[] signedBody) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/webhooks");
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .timeout(Duration.ofSeconds(10))
            .POST(BodyPublishers.ofByteArray(body));
    Deliveries.headers(signedBody).forEach((name, values) -> request.header(name, values.get(0)));
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
  }

  @Test
  void aGenuineWebhookIsHandled() throws Exception {
    HttpResponse<String> response = post(event("evt_1"), event("evt_1"));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo("{\"received\":true}");
    assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(handled).containsExactly("evt_1");
  }

  @Test
  void aForgedOneAndALargeOneAreNot() throws Exception {
    assertThat(post(event("evt_1"), event("evt_2")).statusCode()).isEqualTo(400);
    byte[] large = event("evt_" + "1".repeat(100));
    HttpResponse<String> response = post(large, large);
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).contains("at most 100 bytes");
    assertThat(handled).isEmpty();
  }

  /** More is announced than is sent: whoever reads on, waits for ever. */
  @Test
  void aBodyIsReadNoFurtherThanTheCap() throws Exception {
    try (Socket socket =
        new Socket(InetAddress.getLoopbackAddress(), server.getAddress().getPort())) {
      socket.setSoTimeout(10_000);
      socket
          .getOutputStream()
          .write(
              Deliveries.bytes(
                  "POST /webhooks HTTP/1.1\r\nHost: a\r\nContent-Length: 9999\r\n\r\n"
                      + "x".repeat(101)));

      BufferedReader response =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      assertThat(response.readLine()).startsWith("HTTP/1.1 400");
    }
  }

  @Test
  @DisplayName("F a body that never comes gives the server's only thread back")
  void aBodyThatNeverComes() throws Exception {
    WebhookHandler handler = WebhookHandler.builder(verifier(SECRET).build()).build();
    server.createContext("/slow", new WebhookHttpHandler(handler, Duration.ofMillis(50)));
    try (Socket socket =
        new Socket(InetAddress.getLoopbackAddress(), server.getAddress().getPort())) {
      socket.setSoTimeout(10_000);
      String request = "POST /slow HTTP/1.1\r\nHost: a\r\nContent-Length: 99\r\n\r\nx";
      socket.getOutputStream().write(Deliveries.bytes(request));

      assertThat(post(event("evt_1"), event("evt_1")).statusCode()).isEqualTo(200);
      assertThat(socket.getInputStream().read()).isEqualTo(-1);
    }
  }

  @Test
  @DisplayName("F a header map with nulls is refused as one without the header")
  void headersWithNulls() {
    Map<String, List<String>> headers = new HashMap<>();
    headers.put(null, null);
    headers.put("x-finfusion-signature", null);
    headers.put("x-finfusion-timestamp", Arrays.asList((String) null));
    WebhookVerifier verifier = verifier(SECRET).build();

    assertThatThrownBy(() -> verifier.constructEvent(event("evt_1"), headers))
        .isInstanceOf(WebhookSignatureException.class)
        .hasMessageContaining("x-finfusion-signature, got none");
    assertThat(WebhookHandler.builder(verifier).build().handle(event("e"), headers).status())
        .isEqualTo(400);
  }
}
