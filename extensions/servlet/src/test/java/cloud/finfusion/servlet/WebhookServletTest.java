package cloud.finfusion.servlet;

import static cloud.finfusion.servlet.Receiver.event;
import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.webhook.WebhookHandler;
import jakarta.servlet.Servlet;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same webhooks to the servlet alone, and to Spring's dispatcher in two ways. */
class WebhookServletTest {
  static Stream<Named<Function<WebhookHandler, Servlet>>> receivers() {
    return Stream.of(
        Named.of("servlet", WebhookServlet::new),
        Named.of("Spring, request and response", SpringReceivers::throughTheServlet),
        Named.of("Spring, body and headers", SpringReceivers::withBodyAndHeaders));
  }

  @ParameterizedTest
  @MethodSource("receivers")
  void aGenuineWebhookIsHandledOnce(Function<WebhookHandler, Servlet> servlet) throws Exception {
    try (Receiver receiver = new Receiver(servlet)) {
      for (int delivery = 0; delivery < 2; delivery++) {
        HttpResponse<String> response = receiver.post(event("evt_1"));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("{\"received\":true}");
        assertThat(response.headers().firstValue("Content-Type").orElseThrow())
            .startsWith("application/json");
      }
      assertThat(receiver.handled()).containsExactly("evt_1");
    }
  }

  @ParameterizedTest
  @MethodSource("receivers")
  void aForgedOneIsRefused(Function<WebhookHandler, Servlet> servlet) throws Exception {
    try (Receiver receiver = new Receiver(servlet)) {
      HttpResponse<String> response = receiver.post(event("evt_1"), event("evt_2"));

      assertThat(response.statusCode()).isEqualTo(400);
      assertThat(response.body()).startsWith("webhook: expected").doesNotContain("CANARY");
      assertThat(receiver.handled()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("receivers")
  void aHandlerThatThrowsIsAskedAgain(Function<WebhookHandler, Servlet> servlet) throws Exception {
    try (Receiver receiver = new Receiver(servlet)) {
      receiver.fail(1);

      HttpResponse<String> failed = receiver.post(event("evt_1"));
      assertThat(failed.statusCode()).isEqualTo(500);
      assertThat(failed.body()).doesNotContain("database");
      assertThat(receiver.post(event("evt_1")).statusCode()).isEqualTo(200);
      assertThat(receiver.handled()).containsExactly("evt_1");
    }
  }

  @ParameterizedTest
  @MethodSource("receivers")
  void aBodyBeyondTheCapIsRefused(Function<WebhookHandler, Servlet> servlet) throws Exception {
    try (Receiver receiver = new Receiver(servlet)) {
      byte[] large = event("evt_" + "1".repeat(Receiver.CAP));

      HttpResponse<String> response = receiver.post(large);
      assertThat(response.statusCode()).isEqualTo(400);
      assertThat(response.body()).contains("at most 100 bytes");
      assertThat(receiver.postChunked(new ByteArrayInputStream(large), large).statusCode())
          .isEqualTo(400);
      assertThat(receiver.handled()).isEmpty();
    }
  }

  @Test
  void onlyPostIsTaken() throws Exception {
    try (Receiver receiver = new Receiver(WebhookServlet::new)) {
      assertThat(receiver.get().statusCode()).isEqualTo(405);
    }
  }

  @Test
  void aBodyIsReadNoFurtherThanTheCap() throws Exception {
    AtomicLong read = new AtomicLong();
    byte[] large = "1".repeat(10 * Receiver.CAP).getBytes(StandardCharsets.UTF_8);
    try (Receiver receiver =
        new Receiver(handler -> new CountingServlet(new WebhookServlet(handler), read))) {
      assertThat(receiver.post(large).statusCode()).isEqualTo(400);
    }
    assertThat(read).hasValue(Receiver.CAP + 1);
  }
}
