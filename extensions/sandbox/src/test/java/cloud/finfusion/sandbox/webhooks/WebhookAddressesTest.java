package cloud.finfusion.sandbox.webhooks;

import static cloud.finfusion.sandbox.WebhookDelivery.Status.GIVEN_UP;
import static cloud.finfusion.sandbox.testing.WebhookScene.PAID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cloud.finfusion.sandbox.WebhookDelivery;
import cloud.finfusion.sandbox.internal.webhooks.WebhookEndpoints;
import cloud.finfusion.sandbox.testing.WebhookScene;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Events are sent to this machine only, unless others are allowed. */
class WebhookAddressesTest {
  @AutoClose private final WebhookScene scene = new WebhookScene();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.com/hooks",
        "http://127.0.0.1.example.com/",
        "http://127.1/",
        "http://10.0.0.1/"
      })
  void nothingIsSentToOtherMachines(String url) {
    scene.endpoint(url, PAID);
    scene.pay();

    assertThat(scene.sandbox.webhooks().deliveries())
        .extracting(WebhookDelivery::status, WebhookDelivery::attempts)
        .containsExactly(tuple(GIVEN_UP, 0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ftp://127.0.0.1/", "127.0.0.1:80", "no address", "http://a b", "https://"})
  @DisplayName("F an endpoint is at an address of http or https")
  void anotherAddress(String url) {
    String body = "{\"url\": \"%s\", \"events\": [\"%s\"]}".formatted(url, PAID);

    assertThat(scene.caller.post("/v2/webhooks", body, "hook-1").statusCode()).isEqualTo(400);
  }

  @Test
  void otherMachinesAreReachedWhenAllowed() {
    var away = new WebhookEndpoints.Endpoint("we_1", "https://example.com/hooks");

    assertThat(away.isReachable(true)).isTrue();
    assertThat(away.isReachable(false)).isFalse();
    assertThat(new WebhookEndpoints.Endpoint("we_1", "http://localhost:1/").isReachable(false))
        .isTrue();
  }
}
