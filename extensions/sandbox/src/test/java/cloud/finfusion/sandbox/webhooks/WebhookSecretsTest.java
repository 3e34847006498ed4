package cloud.finfusion.sandbox.webhooks;

import static cloud.finfusion.sandbox.testing.WebhookScene.PAID;
import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.sandbox.testing.Hmac;
import cloud.finfusion.sandbox.testing.WebhookReceiver;
import cloud.finfusion.sandbox.testing.WebhookScene;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Each event is signed with the secrets of its endpoint that are valid. */
class WebhookSecretsTest {
  @AutoClose private final WebhookScene scene = new WebhookScene();

  @Test
  @DisplayName("C197 both secrets sign until the grace period is over")
  void bothSecretsSignDuringARotation() {
    JsonNode endpoint = scene.endpoint(scene.receiver.url(), PAID);
    String old = endpoint.path("secret").asText();
    String fresh = rotate(endpoint, "{\"grace_period\": \"1h\"}");

    scene.clock.advance(Duration.ofHours(1).minusSeconds(1));
    WebhookReceiver.Received during = scene.received();
    assertThat(during.signature()).isEqualTo(Hmac.of(fresh, during) + "," + Hmac.of(old, during));
    scene.clock.advance(Duration.ofSeconds(1));
    WebhookReceiver.Received after = scene.received();
    assertThat(after.signature()).isEqualTo(Hmac.of(fresh, after));
  }

  @Test
  void withoutAGracePeriodTheOldSecretSignsNoMore() {
    String fresh = rotate(scene.endpoint(scene.receiver.url(), PAID), "{}");

    WebhookReceiver.Received received = scene.received();

    assertThat(received.signature()).isEqualTo(Hmac.of(fresh, received));
  }

  @Test
  @DisplayName("C205 an endpoint that is created twice with one key is one, with one secret")
  void anEndpointIsCreatedOnce() {
    String body = "{\"url\": \"%s\", \"events\": [\"%s\"]}".formatted(scene.receiver.url(), PAID);
    String first = scene.caller.post("/v2/webhooks", body, "hook-1").body();
    String second = scene.caller.post("/v2/webhooks", body, "hook-1").body();

    WebhookReceiver.Received received = scene.received();

    assertThat(second).isEqualTo(first);
    assertThat(scene.deliveries()).hasSize(1);
    assertThat(received.signature()).doesNotContain(",");
  }

  /** Seen by a clock that goes back: an expired secret would sign again if it were still there. */
  @Test
  void rotatedSecretsAreDroppedAfterTheirEnd() {
    JsonNode endpoint = scene.endpoint(scene.receiver.url(), PAID);
    String first = endpoint.path("secret").asText();
    rotate(endpoint, "{\"grace_period\": \"1h\"}");
    scene.clock.advance(Duration.ofHours(1));
    rotate(endpoint, "{\"grace_period\": \"1h\"}");

    scene.clock.advance(Duration.ofMinutes(-1));

    WebhookReceiver.Received received = scene.received();
    assertThat(received.signature()).doesNotContain(Hmac.of(first, received));
  }

  private String rotate(JsonNode endpoint, String body) {
    String path = "/v2/webhooks/" + endpoint.path("id").asText() + "/rotate-secret";
    return scene.caller.create(path, body).path("secret").asText();
  }
}
