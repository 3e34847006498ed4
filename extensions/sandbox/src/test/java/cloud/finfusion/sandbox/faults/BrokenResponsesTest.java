package cloud.finfusion.sandbox.faults;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.sandbox.Sandbox;
import cloud.finfusion.sandbox.testing.Caller;
import cloud.finfusion.sandbox.testing.RawCaller;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Faults that break a response do so after the work is done. */
class BrokenResponsesTest {
  private final Sandbox sandbox = Sandbox.start();
  private final RawCaller raw = new RawCaller(sandbox);

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  @DisplayName("C206 truncated: charged, and the response ends half way through its length")
  void truncatedResponseIsShorterThanItsLength() throws IOException {
    sandbox.faults().truncate("payments.create", 1);

    String response = raw.pay(1);

    assertThat(response).startsWith("HTTP/1.1 200 OK").contains("Content-Length: ");
    int length = Integer.parseInt(response.replaceAll("(?s).*Content-Length: (\\d+).*", "$1"));
    assertThat(bodyOf(response)).startsWith("{\"id\":\"pay_").hasSize((length - 1) / 2);
    assertThat(sandbox.ledger().size()).isEqualTo(1);
    assertThat(sandbox.faults().injected()).isEqualTo(1);
  }

  @Test
  @DisplayName("C206 truncated in chunks: charged, the JSON is whole, the last chunk is missing")
  void chunkedResponseLacksItsEnd() throws IOException {
    sandbox.faults().truncateChunked("payments.create", 1);

    String response = raw.pay(1);

    assertThat(response).startsWith("HTTP/1.1 200 OK").contains("Transfer-Encoding: chunked");
    assertThat(bodyOf(response)).endsWith("}").doesNotContain("\r\n0\r\n");
    assertThat(sandbox.ledger().size()).isEqualTo(1);
  }

  @Test
  @DisplayName("C206 drip: a byte after each pause, whole at the end")
  void dripIsSlowAndWhole() {
    sandbox.faults().drip("payments.create", 1, Duration.ofMillis(1));
    long start = System.nanoTime();

    HttpResponse<String> response = new Caller(sandbox).post("/v2/payments", Caller.CARD_PAYMENT);

    assertThat(Caller.json(response).path("status").asText()).isEqualTo("succeeded");
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isGreaterThanOrEqualTo(Duration.ofMillis(response.body().length()));
  }

  @Test
  @DisplayName("C208 a drip ends when the sandbox closes")
  void dripEndsWithTheSandbox() throws IOException {
    sandbox.faults().drip("payments.create", 1, Duration.ofHours(1));
    try (Socket socket = raw.paying(1)) {
      InputStream in = socket.getInputStream();
      assertThat(in.read()).isEqualTo('H'); // the headers come at once

      sandbox.close();

      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).endsWith("\r\n\r\n");
    }
  }

  @Test
  @DisplayName("C206 gzip bomb: charged, small on the wire, of the given size when unpacked")
  void gzipBombUnpacksToItsSize() throws IOException, InterruptedException {
    sandbox.faults().gzipBomb("payments.create", 1, 10_000_000);

    HttpResponse<byte[]> response =
        HttpClient.newHttpClient()
            .send(
                new Caller(sandbox).posting("/v2/payments", Caller.CARD_PAYMENT).build(),
                BodyHandlers.ofByteArray());

    assertThat(response.headers().firstValue("Content-Encoding")).contains("gzip");
    assertThat(response.body()).hasSizeLessThan(20_000);
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
      assertThat(in.readAllBytes()).hasSize(10_000_000).endsWith('{', '}');
    }
    assertThat(sandbox.ledger().size()).isEqualTo(1);
  }

  @Test
  @DisplayName("C206 a page of HTML and a redirect come in place of the work")
  void pagesAndRedirectsReplaceTheWork() {
    sandbox
        .faults()
        .html("payments.create", 1, 502)
        .redirect("payments.create", 1, 307, URI.create("http://127.0.0.1:1/"));
    Caller caller = new Caller(sandbox);

    HttpResponse<String> page = caller.post("/v2/payments", Caller.CARD_PAYMENT);
    assertThat(page.statusCode()).isEqualTo(502);
    assertThat(page.headers().firstValue("Content-Type")).contains("text/html");
    assertThat(page.body()).contains("<html>");
    HttpResponse<String> redirect = caller.post("/v2/payments", Caller.CARD_PAYMENT);
    assertThat(redirect.statusCode()).isEqualTo(307);
    assertThat(redirect.headers().firstValue("Location")).contains("http://127.0.0.1:1/");
    assertThat(sandbox.ledger().size()).isZero();
  }

  private static String bodyOf(String response) {
    return response.substring(response.indexOf("\r\n\r\n") + 4);
  }
}
