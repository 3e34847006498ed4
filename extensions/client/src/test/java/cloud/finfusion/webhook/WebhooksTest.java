package cloud.finfusion.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.FinFusion;
import cloud.finfusion.TestOptions;
import cloud.finfusion.cache.CacheOptions;
import cloud.finfusion.error.ConfigurationException;
import cloud.finfusion.error.NotFoundException;
import cloud.finfusion.error.WebhookSignatureException;
import cloud.finfusion.model.Event;
import cloud.finfusion.model.Payment;
import cloud.finfusion.model.PaymentListParams;
import cloud.finfusion.model.PaymentSucceeded;
import cloud.finfusion.pagination.Pages;
import cloud.finfusion.sandbox.Sandbox;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.TestClients;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** {@code client.webhooks()}: what a client adds to a verifier. */
class WebhooksTest {
  private static final String SECRET = "whsec_CANARY_1";

  private final List<String> dropped = new CopyOnWriteArrayList<>();
  @AutoClose private final FakeServer server = new FakeServer();
  @AutoClose private final Sandbox sandbox = Sandbox.start();
  @AutoClose private final FinFusion client = keeping("*");

  @AutoClose private final FinFusion shop = TestClients.of(sandbox).webhookSecrets(SECRET).build();

  private FinFusion keeping(String... invalidateOn) {
    CacheOptions cache =
        CacheOptions.builder().invalidateOn(invalidateOn).onInvalidate(dropped::add).build();
    return TestClients.of(server).cache(cache).webhookSecrets(SECRET).build();
  }

  /** Verifies an event of a type, after a customer was read and kept. */
  private void receive(FinFusion receiver, String type, String secret) {
    server.responds(FakeServer.json(Samples.CUSTOMER));
    receiver.customers().retrieve("cust_1");
    byte[] body =
        ("{\"id\":\"evt_1\",\"type\":\"" + type + "\",\"created\":1}")
            .getBytes(StandardCharsets.UTF_8);
    long now = Instant.now().getEpochSecond();
    receiver.webhooks().constructEvent(body, Webhooks.sign(body, now, secret), Long.toString(now));
  }

  @Test
  void anEventDropsWhatItConcernsAsAWriteWould() {
    receive(client, "payment.settled", SECRET);
    assertThat(dropped).isEmpty();
    receive(client, "customer.updated", SECRET);
    assertThat(dropped).containsExactly("customer.cust_1");
  }

  @Test
  void anEventDropsOnlyWhatInvalidateOnNames() {
    try (FinFusion timed = keeping()) {
      receive(timed, "customer.updated", SECRET);
    }
    assertThat(dropped).isEmpty();
  }

  @Test
  void aForgedEventDropsNothing() {
    assertThatThrownBy(() -> receive(client, "customer.updated", "whsec_other"))
        .isInstanceOf(WebhookSignatureException.class);
    assertThat(dropped).isEmpty();
  }

  @Test
  void aHandlersEventDropsToo() {
    server.responds(FakeServer.json(Samples.CUSTOMER));
    client.customers().retrieve("cust_1");
    byte[] body =
        "{\"id\":\"evt_1\",\"type\":\"customer.updated\",\"created\":1}"
            .getBytes(StandardCharsets.UTF_8);
    long now = Instant.now().getEpochSecond();

    client
        .webhooks()
        .handler()
        .onOther(event -> assertThat(dropped).as("before its handler runs").hasSize(1))
        .build()
        .handle(
            body,
            Map.of(
                "x-finfusion-signature", List.of(Webhooks.sign(body, now, SECRET)),
                "x-finfusion-timestamp", List.of(Long.toString(now))));

    assertThat(dropped).containsExactly("customer.cust_1");
  }

  @Test
  void whatWasMissedIsPlayedOldestFirstAndOnce() {
    List<String> paid = new CopyOnWriteArrayList<>();
    WebhookHandler handler =
        shop.webhooks()
            .handler()
            .on(PaymentSucceeded.class, event -> paid.add(event.data().object().id()))
            .build();
    shop.payments().create(Samples.payment());
    List<Event> first = shop.webhooks().eventsSince(null).stream().toList();
    first.forEach(handler::handle);
    for (int i = 0; i < 30; i++) { // more than a page holds
      shop.payments().create(Samples.payment());
    }

    Pages<Event> missed = shop.webhooks().eventsSince(first.get(first.size() - 1).id());
    missed.forEach(handler::handle);
    missed.forEach(handler::handle);

    List<String> created =
        shop.payments().list(PaymentListParams.builder().build()).stream()
            .map(Payment::id)
            .toList();
    assertThat(missed).hasSize(30);
    assertThat(paid).hasSize(31).containsExactlyElementsOf(reversed(created));
  }

  private static List<String> reversed(List<String> newestFirst) {
    List<String> oldestFirst = new CopyOnWriteArrayList<>();
    newestFirst.forEach(each -> oldestFirst.add(0, each));
    return oldestFirst;
  }

  @Test
  void anEventThatIsGoneIsAnError() {
    shop.payments().create(Samples.payment());

    assertThatThrownBy(() -> shop.webhooks().eventsSince("evt_gone").iterator().hasNext())
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  @DisplayName(
      "F without a secret events are listed, and the error of what verifies says what to do")
  void withoutASecret() {
    try (FinFusion without = TestClients.of(server).build()) {
      assertThatThrownBy(() -> without.webhooks().verifySignature(new byte[0], "x", "1"))
          .isInstanceOf(ConfigurationException.class)
          .hasMessage(
              "webhookSecrets: expected a secret, got none. Call webhookSecrets(…) on the builder.");
      assertThatThrownBy(() -> without.webhooks().handler())
          .isInstanceOf(ConfigurationException.class);
      assertThatThrownBy(() -> without.webhooks().eventsSince("evt_gone").iterator().hasNext())
          .isInstanceOf(NotFoundException.class);
    }
  }

  @Test
  @DisplayName("C142 C152 the secret of the environment is used, and never shown")
  void environment() {
    Map<String, String> env =
        Map.of("FINFUSION_API_KEY", Samples.KEY, "FINFUSION_WEBHOOK_SECRET", SECRET);
    byte[] body = {1};
    long now = Instant.now().getEpochSecond();
    try (FinFusion made = fromEnv(env)) {
      assertThat(
              made.webhooks()
                  .verifySignature(body, Webhooks.sign(body, now, SECRET), Long.toString(now)))
          .isTrue();
      assertThat(made.webhooks().toString() + made).doesNotContain("CANARY");
    }
    assertThatThrownBy(
            () ->
                fromEnv(
                    Map.of(
                        "FINFUSION_API_KEY",
                        Samples.KEY,
                        "FINFUSION_WEBHOOK_SECRET",
                        SECRET + "\n")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageNotContaining("CANARY");
  }

  private static FinFusion fromEnv(Map<String, String> variables) {
    return TestOptions.environment(variables).build();
  }
}
