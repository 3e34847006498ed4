package cloud.finfusion.sandbox.webhooks;

import static cloud.finfusion.sandbox.WebhookDelivery.Status.DELIVERED;
import static cloud.finfusion.sandbox.WebhookDelivery.Status.GIVEN_UP;
import static cloud.finfusion.sandbox.testing.WebhookScene.PAID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import cloud.finfusion.sandbox.WebhookDelivery;
import cloud.finfusion.sandbox.testing.Caller;
import cloud.finfusion.sandbox.testing.Hmac;
import cloud.finfusion.sandbox.testing.WebhookReceiver;
import cloud.finfusion.sandbox.testing.WebhookScene;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Events are delivered signed and dated, and again until the endpoint accepts them. */
class DeliveriesTest {
  @AutoClose private final WebhookScene scene = new WebhookScene();
  private final AtomicInteger responses = new AtomicInteger();

  @Test
  @DisplayName("C210 an event is sent as it is listed, dated and signed with the endpoint's secret")
  void anEventIsDelivered() {
    String secret = scene.endpoint(scene.receiver.url(), PAID).path("secret").asText();
    scene.pay();

    List<WebhookDelivery> deliveries = scene.deliveries();

    WebhookReceiver.Received received = scene.receiver.received().get(0);
    JsonNode event = Caller.json(scene.caller.get("/v2/events")).at("/data/0");
    assertThat(received.body()).isEqualTo(event.toString());
    assertThat(received.timestamp()).isEqualTo("1710498600");
    assertThat(received.signature()).isEqualTo(Hmac.of(secret, received));
    assertThat(deliveries)
        .containsExactly(
            new WebhookDelivery(
                event.path("id").asText(), PAID, scene.receiver.url(), DELIVERED, 1));
  }

  @Test
  @DisplayName("C210 an event that was not accepted is sent again: new timestamp, same event id")
  void anEventIsSentAgain() {
    try (WebhookReceiver slow = WebhookReceiver.respondingWith(this::thirdTime)) {
      String secret = scene.endpoint(slow.url(), PAID).path("secret").asText();
      scene.pay();

      assertThat(scene.deliveries()).extracting(WebhookDelivery::attempts).containsExactly(3);
      assertThat(slow.received())
          .allSatisfy(each -> assertThat(each.signature()).isEqualTo(Hmac.of(secret, each)))
          .extracting(WebhookReceiver.Received::timestamp)
          .containsExactly("1710498600", "1710498605", "1710498610");
      assertThat(slow.received())
          .extracting(WebhookReceiver.Received::body)
          .hasSize(3)
          .containsOnly(slow.received().get(0).body());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {300, 302, 400, 404, 500, 503})
  void anyOtherStatusIsAFailedAttempt(int status) {
    try (WebhookReceiver refusing = WebhookReceiver.respondingWith(() -> status)) {
      scene.endpoint(refusing.url(), PAID);
      scene.pay();

      assertThat(scene.deliveries()).extracting(WebhookDelivery::status).containsExactly(GIVEN_UP);
      assertThat(refusing.received()).hasSize(3);
    }
  }

  @Test
  void aBrokenConnectionIsAFailedAttempt() throws IOException {
    try (ServerSocket broken = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      AtomicInteger connections = new AtomicInteger();
      new Thread(() -> closeAll(broken, connections)).start();
      scene.endpoint("http://127.0.0.1:" + broken.getLocalPort(), PAID);
      scene.pay();

      assertThat(scene.deliveries())
          .extracting(WebhookDelivery::status, WebhookDelivery::attempts)
          .containsExactly(tuple(GIVEN_UP, 3));
      assertThat(connections).hasValue(3);
    }
  }

  @Test
  void aReceiverThatIsDownDoesNotHarmTheCall() {
    String stopped = scene.receiver.url();
    scene.receiver.close();
    scene.endpoint(stopped, PAID);

    assertThat(scene.caller.post("/v2/payments", Caller.CARD_PAYMENT).statusCode()).isEqualTo(200);
    assertThat(scene.deliveries()).extracting(WebhookDelivery::status).containsExactly(GIVEN_UP);
  }

  @Test
  void anEndpointGetsItsEventsWhileItExists() {
    String path = "/v2/webhooks/" + scene.endpoint(scene.receiver.url(), PAID).path("id").asText();
    scene.endpoint(scene.receiver.url(), "payment.refunded", "payment.failed");
    String payment = scene.pay();
    scene.caller.post("/v2/payments/" + payment + "/refunds", "{}");
    scene.caller.send("DELETE", path, "");
    scene.pay();

    assertThat(scene.deliveries())
        .extracting(WebhookDelivery::eventType)
        .containsExactly(PAID, "payment.refunded");
    assertThat(scene.receiver.received()).hasSize(2);
  }

  @Test
  void anEndpointThatMovesGetsTheNextEventAtItsNewAddress() {
    String id = scene.endpoint("http://127.0.0.1:9/unused", "payment.failed").path("id").asText();
    scene.caller.send(
        "PATCH",
        "/v2/webhooks/" + id,
        "{\"url\": \"%s\", \"events\": [\"%s\"]}".formatted(scene.receiver.url(), PAID));
    scene.pay();

    assertThat(scene.deliveries())
        .extracting(WebhookDelivery::url)
        .containsExactly(scene.receiver.url());
    assertThat(scene.receiver.received()).hasSize(1);
  }

  @Test
  @DisplayName("C208 closing cancels a delivery in progress")
  void closingEndsADelivery() throws IOException {
    try (ServerSocket hanging = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      scene.endpoint("http://127.0.0.1:" + hanging.getLocalPort(), PAID);
      scene.pay();
      CompletableFuture<List<WebhookDelivery>> pending = scene.sandbox.webhooks().whenNonePending();
      try (Socket connection = hanging.accept()) {
        connection.setSoTimeout(5_000); // less than the sender's own timeout
        assertThat(connection.getInputStream().read()).isEqualTo('P');

        scene.sandbox.close();

        assertThat(connection.getInputStream().readAllBytes()).isNotEmpty();
        assertThatThrownBy(pending::join).hasRootCauseInstanceOf(CancellationException.class);
      }
    }
  }

  private int thirdTime() {
    scene.clock.advance(Duration.ofSeconds(5));
    return responses.incrementAndGet() < 3 ? 500 : 204;
  }

  /** Closes each connection at once, until the socket is closed. */
  private static void closeAll(ServerSocket socket, AtomicInteger connections) {
    try {
      while (true) {
        Socket connection = socket.accept();
        connections.incrementAndGet();
        connection.close();
      }
    } catch (IOException e) {
      // the socket was closed by the test
    }
  }
}
