package cloud.finfusion.examples;

import static cloud.finfusion.examples.RecipeSandbox.SANDBOX;
import static cloud.finfusion.examples.RecipeSandbox.WEBHOOK_SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.FinFusion;
import cloud.finfusion.model.Event;
import cloud.finfusion.webhook.WebhookHandler;
import cloud.finfusion.webhook.WebhookResponse;
import cloud.finfusion.webhook.Webhooks;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The recipes of docs/webhooks.md, run against the sandbox. */
class WebhooksRecipesTest {
  private static final byte[] BODY =
      "{\"id\":\"evt_9\",\"type\":\"a.new\",\"created\":1,\"data\":{\"object\":{}}}"
          .getBytes(StandardCharsets.UTF_8);

  @AutoClose private final FinFusion client = RecipeSandbox.client();
  private final List<String> kept = new ArrayList<>();

  private final long signedAt = Instant.now().getEpochSecond();

  private String now() {
    return Long.toString(signedAt);
  }

  private String signature() {
    return Webhooks.sign(BODY, signedAt, WEBHOOK_SECRET);
  }

  @Test
  void anyFramework() {
    byte[] rawBody = BODY;
    Map<String, List<String>> headers =
        Map.of(
            "x-finfusion-signature", List.of(signature()), "x-finfusion-timestamp", List.of(now()));
    WebhookHandler webhooks =
        client.webhooks().handler().onOther(event -> keep(event.id())).build();

    WebhookResponse response = webhooks.handle(rawBody, headers); // before anything parses the body
    int status = response.status();
    String text = response.body();

    assertThat(status).as(text).isEqualTo(200);
    assertThat(kept).containsExactly("evt_9");
  }

  @Test
  void theEventAlone() {
    byte[] rawBody = BODY;
    String signature = signature();
    String timestamp = now();

    Event event = client.webhooks().constructEvent(rawBody, signature, timestamp);

    assertThat(event.id()).isEqualTo("evt_9");
  }

  @Test
  void afterAnOutage() {
    client.payments().create(RecipeSandbox.payment());
    WebhookHandler webhooks = client.webhooks().handler().onOther(event -> {}).build();

    for (Event event : client.webhooks().eventsSince(lastHandled())) { // oldest first
      webhooks.handle(event);
      keep(event.id());
    }

    assertThat(kept).isNotEmpty();
    assertThat(SANDBOX.requests()).isNotEmpty();
  }

  private static @Nullable String lastHandled() {
    return null;
  }

  private void keep(String eventId) {
    kept.add(eventId);
  }
}
