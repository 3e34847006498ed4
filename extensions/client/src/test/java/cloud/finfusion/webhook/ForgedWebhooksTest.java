package cloud.finfusion.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.FinFusion;
import cloud.finfusion.cache.CacheOptions;
import cloud.finfusion.error.WebhookSignatureException;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.TestClients;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Through a client too, only a genuine webhook is accepted and drops what the cache keeps. */
class ForgedWebhooksTest {
  private static final String SECRET = "whsec_CANARY_1";
  private static final byte[] BODY = bytes("customer.updated");
  private static final byte[] OTHER_BODY = bytes("customer.deleted");

  private final List<String> dropped = new CopyOnWriteArrayList<>();
  private final long now = Instant.now().getEpochSecond();
  private final String time = Long.toString(now);
  private final String signature = Webhooks.sign(BODY, now, SECRET);
  private final String forged = Webhooks.sign(BODY, now, "whsec_other");
  @AutoClose private final FakeServer server = new FakeServer();

  @AutoClose
  private final FinFusion client =
      TestClients.of(server)
          .cache(CacheOptions.builder().invalidateOn("*").onInvalidate(dropped::add).build())
          .webhookSecrets(SECRET)
          .build();

  private static byte[] bytes(String type) {
    return event(type).getBytes(StandardCharsets.UTF_8);
  }

  private static String event(String type) {
    return "{\"id\":\"evt_1\",\"type\":\"" + type + "\",\"created\":1}";
  }

  private static Map<String, List<String>> headers(String signature, String time) {
    return Map.of(
        "X-FinFusion-Signature", List.of(signature), "X-FinFusion-Timestamp", List.of(time));
  }

  @BeforeEach
  void aCustomerIsKept() {
    server.responds(FakeServer.json(Samples.CUSTOMER));
    client.customers().retrieve("cust_1");
  }

  @Test
  void aClientSaysTrueOfAGenuineWebhookOnly() {
    Webhooks webhooks = client.webhooks();

    assertThat(webhooks.verifySignature(BODY, signature, time)).isTrue();
    assertThat(webhooks.verifySignature(BODY, forged, time)).isFalse();
    assertThat(webhooks.verifySignature(OTHER_BODY, signature, time)).isFalse();
    assertThat(webhooks.verifySignature(BODY, signature, Long.toString(now - 1))).isFalse();
    assertThat(webhooks.verifySignature(BODY, null, time)).isFalse();
    assertThat(webhooks.verifySignature(BODY, signature, null)).isFalse();
  }

  @Test
  void verifyingASignatureDropsNothing() {
    assertThat(client.webhooks().verifySignature(BODY, signature, time)).isTrue();

    assertThat(dropped).isEmpty();
  }

  @Test
  void anEventIsReadFromTheHeadersAndDropsWhatItConcerns() {
    var event = client.webhooks().constructEvent(BODY, headers(signature, time));

    assertThat(event.id()).isEqualTo("evt_1");
    assertThat(event.type()).isEqualTo("customer.updated");
    assertThat(dropped).containsExactly("customer.cust_1");
  }

  @Test
  void headersOfAForgedWebhookAreRefusedAndDropNothing() {
    for (var headers : List.of(headers(forged, time), headers(signature, "1"))) {
      assertThatThrownBy(() -> client.webhooks().constructEvent(BODY, headers))
          .isInstanceOf(WebhookSignatureException.class)
          .hasMessageNotContaining("CANARY");
    }
    assertThatThrownBy(() -> client.webhooks().constructEvent(OTHER_BODY, null))
        .isInstanceOf(WebhookSignatureException.class);
    assertThat(dropped).isEmpty();
  }

  @Test
  void anEventThatWasMissedDropsWhatItConcerns() {
    server.responds(
        FakeServer.json("{\"data\":[" + event("customer.updated") + "],\"has_more\":false}"));

    assertThat(client.webhooks().eventsSince(null)).hasSize(1);

    assertThat(dropped).containsExactly("customer.cust_1");
  }

  @Test
  void anEventOfAnotherFamilyThatWasMissedDropsNothing() {
    server.responds(
        FakeServer.json("{\"data\":[" + event("payment.settled") + "],\"has_more\":false}"));

    assertThat(client.webhooks().eventsSince(null)).hasSize(1);

    assertThat(dropped).isEmpty();
  }
}
