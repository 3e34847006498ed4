package cloud.finfusion.sandbox.webhooks;

import static cloud.finfusion.sandbox.WebhookDelivery.Status.DELIVERED;
import static cloud.finfusion.sandbox.WebhookDelivery.Status.GIVEN_UP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import cloud.finfusion.sandbox.Sandbox;
import cloud.finfusion.sandbox.WebhookDelivery;
import cloud.finfusion.sandbox.internal.webhooks.WebhookEndpoints;
import cloud.finfusion.sandbox.testing.Caller;
import cloud.finfusion.sandbox.testing.FakeClock;
import cloud.finfusion.sandbox.testing.Hmac;
import cloud.finfusion.sandbox.testing.WebhookReceiver;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhooksTest {
  private static final String PAID = "payment.succeeded";

  private final FakeClock clock = new FakeClock();
  private final Sandbox sandbox =
      Sandbox.builder().clock(clock).webhookRetries(Duration.ZERO, Duration.ZERO).start();
  private final Caller caller = new Caller(sandbox);
  private final AtomicInteger responses = new AtomicInteger();
  private final WebhookReceiver receiver = WebhookReceiver.respondingWith(() -> 200);

  @AfterEach
  void close() {
    sandbox.close();
    receiver.close();
  }

  @Test
  @DisplayName("C210 an event is sent as it is listed, dated and signed with the endpoint's secret")
  void anEventIsDelivered() {
    String secret = endpoint(receiver.url(), PAID).path("secret").asText();
    pay();

    List<WebhookDelivery> deliveries = deliveriesWhenDone();

    WebhookReceiver.Received received = receiver.received().get(0);
    JsonNode event = Caller.json(caller.get("/v2/events")).at("/data/0");
    assertThat(received.body()).isEqualTo(event.toString());
    assertThat(received.timestamp()).isEqualTo("1710498600");
    assertThat(received.signature()).isEqualTo(Hmac.of(secret, received));
    assertThat(deliveries)
        .containsExactly(
            new WebhookDelivery(event.path("id").asText(), PAID, receiver.url(), DELIVERED, 1));
  }

  @Test
  @DisplayName("C210 an event that was not accepted is sent again: new timestamp, same event id")
  void anEventIsSentAgain() {
    try (WebhookReceiver slow = WebhookReceiver.respondingWith(this::thirdTime)) {
      String secret = endpoint(slow.url(), PAID).path("secret").asText();
      pay();

      assertThat(deliveriesWhenDone()).extracting(WebhookDelivery::attempts).containsExactly(3);
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
      endpoint(refusing.url(), PAID);
      pay();

      assertThat(deliveriesWhenDone())
          .extracting(WebhookDelivery::status)
          .containsExactly(GIVEN_UP);
      assertThat(refusing.received()).hasSize(3);
    }
  }

  @Test
  void aBrokenConnectionIsAFailedAttempt() throws IOException {
    try (ServerSocket broken = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      AtomicInteger connections = new AtomicInteger();
      new Thread(() -> closeAll(broken, connections)).start();
      endpoint("http://127.0.0.1:" + broken.getLocalPort(), PAID);
      pay();

      assertThat(deliveriesWhenDone())
          .extracting(WebhookDelivery::status, WebhookDelivery::attempts)
          .containsExactly(tuple(GIVEN_UP, 3));
      assertThat(connections).hasValue(3);
    }
  }

  @Test
  void aReceiverThatIsDownDoesNotHarmTheCall() {
    String stopped = receiver.url();
    receiver.close();
    endpoint(stopped, PAID);

    assertThat(caller.post("/v2/payments", Caller.CARD_PAYMENT).statusCode()).isEqualTo(200);
    assertThat(deliveriesWhenDone()).extracting(WebhookDelivery::status).containsExactly(GIVEN_UP);
  }

  @Test
  void anEndpointGetsItsEventsWhileItExists() {
    String path = "/v2/webhooks/" + endpoint(receiver.url(), PAID).path("id").asText();
    endpoint(receiver.url(), "payment.refunded", "payment.failed");
    String payment = pay();
    caller.post("/v2/payments/" + payment + "/refunds", "{}");
    caller.send("DELETE", path, "");
    pay();

    assertThat(deliveriesWhenDone())
        .extracting(WebhookDelivery::eventType)
        .containsExactly(PAID, "payment.refunded");
    assertThat(receiver.received()).hasSize(2);
  }

  @Test
  void anEndpointThatMovesGetsTheNextEventAtItsNewAddress() {
    String id = endpoint("http://127.0.0.1:9/unused", "payment.failed").path("id").asText();
    caller.send(
        "PATCH",
        "/v2/webhooks/" + id,
        "{\"url\": \"%s\", \"events\": [\"%s\"]}".formatted(receiver.url(), PAID));
    pay();

    assertThat(deliveriesWhenDone())
        .extracting(WebhookDelivery::url)
        .containsExactly(receiver.url());
    assertThat(receiver.received()).hasSize(1);
  }

  @Test
  void eventsArriveInTheirOrder() {
    endpoint(receiver.url(), PAID);
    List<String> payments = IntStream.range(0, 20).mapToObj(i -> pay()).toList();

    deliveriesWhenDone();

    assertThat(paymentsReceived()).isEqualTo(payments);
  }

  @Test
  void theNextDeliveriesAreDuplicatedOnDemand() {
    endpoint(receiver.url(), PAID);
    sandbox.webhooks().duplicate(2);
    List<String> payments = List.of(pay(), pay(), pay());

    assertThat(deliveriesWhenDone()).hasSize(5);
    assertThat(paymentsReceived())
        .containsExactly(
            payments.get(0), payments.get(0), payments.get(1), payments.get(1), payments.get(2));
    assertThat(receiver.received().get(0).body()).isEqualTo(receiver.received().get(1).body());
  }

  @Test
  void theNextDeliveriesAreReorderedOnDemand() {
    endpoint(receiver.url(), PAID);
    sandbox.webhooks().reorder(3);
    List<String> payments = List.of(pay(), pay(), pay(), pay());

    deliveriesWhenDone();

    assertThat(paymentsReceived())
        .containsExactly(payments.get(2), payments.get(1), payments.get(0), payments.get(3));
  }

  @Test
  void aHeldDeliveryIsPending() {
    endpoint(receiver.url(), PAID);
    sandbox.webhooks().reorder(2).duplicate(1);
    String first = pay();
    assertThat(sandbox.webhooks().whenNonePending()).isNotDone();

    String second = pay();

    assertThat(deliveriesWhenDone())
        .hasSize(3)
        .extracting(WebhookDelivery::status)
        .containsOnly(DELIVERED);
    assertThat(paymentsReceived()).containsExactly(second, first, first);
  }

  @Test
  void duplicatingAndReorderingNeedEnoughDeliveries() {
    assertThatThrownBy(() -> sandbox.webhooks().duplicate(0))
        .hasMessage("At least 1 deliveries are needed, not 0");
    assertThatThrownBy(() -> sandbox.webhooks().reorder(1))
        .hasMessage("At least 2 deliveries are needed, not 1");
  }

  @Test
  @DisplayName("C197 both secrets sign until the grace period is over")
  void bothSecretsSignDuringARotation() {
    JsonNode endpoint = endpoint(receiver.url(), PAID);
    String old = endpoint.path("secret").asText();
    String fresh = rotate(endpoint, "{\"grace_period\": \"1h\"}");

    clock.advance(Duration.ofHours(1).minusSeconds(1));
    WebhookReceiver.Received during = received();
    assertThat(during.signature()).isEqualTo(Hmac.of(fresh, during) + "," + Hmac.of(old, during));
    clock.advance(Duration.ofSeconds(1));
    WebhookReceiver.Received after = received();
    assertThat(after.signature()).isEqualTo(Hmac.of(fresh, after));
  }

  @Test
  void withoutAGracePeriodTheOldSecretSignsNoMore() {
    String fresh = rotate(endpoint(receiver.url(), PAID), "{}");

    WebhookReceiver.Received received = received();

    assertThat(received.signature()).isEqualTo(Hmac.of(fresh, received));
  }

  @Test
  @DisplayName("C205 an endpoint that is created twice with one key is one, with one secret")
  void anEndpointIsCreatedOnce() {
    String body = "{\"url\": \"%s\", \"events\": [\"%s\"]}".formatted(receiver.url(), PAID);
    String first = caller.post("/v2/webhooks", body, "hook-1").body();
    String second = caller.post("/v2/webhooks", body, "hook-1").body();

    WebhookReceiver.Received received = received();

    assertThat(second).isEqualTo(first);
    assertThat(deliveriesWhenDone()).hasSize(1);
    assertThat(received.signature()).doesNotContain(",");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.com/hooks",
        "http://127.0.0.1.example.com/",
        "http://127.1/",
        "http://10.0.0.1/"
      })
  void nothingIsSentToOtherMachines(String url) {
    endpoint(url, PAID);
    pay();

    assertThat(sandbox.webhooks().deliveries())
        .extracting(WebhookDelivery::status, WebhookDelivery::attempts)
        .containsExactly(tuple(GIVEN_UP, 0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ftp://127.0.0.1/", "127.0.0.1:80", "no address", "http://a b", "https://"})
  @DisplayName("F an endpoint is at an address of http or https")
  void anotherAddress(String url) {
    String body = "{\"url\": \"%s\", \"events\": [\"%s\"]}".formatted(url, PAID);

    assertThat(caller.post("/v2/webhooks", body, "hook-1").statusCode()).isEqualTo(400);
  }

  @Test
  void otherMachinesAreReachedWhenAllowed() {
    var away = new WebhookEndpoints.Endpoint("we_1", "https://example.com/hooks");

    assertThat(away.isReachable(true)).isTrue();
    assertThat(away.isReachable(false)).isFalse();
    assertThat(new WebhookEndpoints.Endpoint("we_1", "http://localhost:1/").isReachable(false))
        .isTrue();
  }

  @Test
  @DisplayName("C208 closing cancels a delivery in progress")
  void closingEndsADelivery() throws IOException {
    try (ServerSocket hanging = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      endpoint("http://127.0.0.1:" + hanging.getLocalPort(), PAID);
      pay();
      CompletableFuture<List<WebhookDelivery>> pending = sandbox.webhooks().whenNonePending();
      try (Socket connection = hanging.accept()) {
        connection.setSoTimeout(5_000); // less than the sender's own timeout
        assertThat(connection.getInputStream().read()).isEqualTo('P');

        sandbox.close();

        assertThat(connection.getInputStream().readAllBytes()).isNotEmpty();
        assertThatThrownBy(pending::join).hasRootCauseInstanceOf(CancellationException.class);
      }
    }
  }

  private int thirdTime() {
    clock.advance(Duration.ofSeconds(5));
    return responses.incrementAndGet() < 3 ? 500 : 204;
  }

  private JsonNode endpoint(String url, String... events) {
    return caller.create(
        "/v2/webhooks",
        "{\"url\": \"%s\", \"events\": [\"%s\"]}".formatted(url, String.join("\", \"", events)));
  }

  private String rotate(JsonNode endpoint, String body) {
    String path = "/v2/webhooks/" + endpoint.path("id").asText() + "/rotate-secret";
    return caller.create(path, body).path("secret").asText();
  }

  private String pay() {
    return caller.create("/v2/payments", Caller.CARD_PAYMENT).path("id").asText();
  }

  /** The event of one more payment, as it arrives. */
  private WebhookReceiver.Received received() {
    pay();
    deliveriesWhenDone();
    return receiver.received().get(receiver.received().size() - 1);
  }

  private List<WebhookDelivery> deliveriesWhenDone() {
    return sandbox.webhooks().whenNonePending().orTimeout(30, TimeUnit.SECONDS).join();
  }

  private List<String> paymentsReceived() {
    return receiver.received().stream()
        .map(each -> Caller.json(each.body()).at("/data/object/id").asText())
        .toList();
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
