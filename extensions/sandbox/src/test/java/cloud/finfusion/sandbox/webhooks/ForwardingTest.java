package cloud.finfusion.sandbox.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.sandbox.Sandbox;
import cloud.finfusion.sandbox.SandboxWebhooks;
import cloud.finfusion.sandbox.testing.Caller;
import cloud.finfusion.sandbox.testing.Hmac;
import cloud.finfusion.sandbox.testing.WebhookReceiver;
import cloud.finfusion.sandbox.testing.WebhookScene;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** Events of all types are forwarded to a URL, signed with the secret that is returned. */
class ForwardingTest {
  @Test
  void eventsOfAllTypesAreSentAndSigned() {
    try (WebhookScene scene = new WebhookScene()) {
      String secret = scene.sandbox.webhooks().forwardTo(URI.create(scene.receiver.url()));
      WebhookReceiver.Received received = scene.received();
      scene.sandbox.simulate().dispute(scene.pay());

      assertThat(received.signature()).isEqualTo(Hmac.of(secret, received));
      assertThat(scene.deliveries()).hasSize(3);
      assertThat(scene.caller.list("/v2/webhooks", "url")).containsExactly(scene.receiver.url());
      assertThat(Caller.json(scene.caller.get("/v2/webhooks")).at("/data/0/events")).hasSize(12);
    }
  }

  @Test
  void urlsThatGetNoEventAreRefused() {
    try (Sandbox sandbox = Sandbox.start();
        Sandbox open = Sandbox.builder().allowRemote().start()) {
      SandboxWebhooks webhooks = sandbox.webhooks();

      assertThatThrownBy(() -> webhooks.forwardTo(URI.create("http://example.com/")))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> webhooks.forwardTo(URI.create("ftp://127.0.0.1/")))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> webhooks.forwardTo(URI.create("/hooks")))
          .isInstanceOf(IllegalArgumentException.class);
      assertThat(open.webhooks().forwardTo(URI.create("http://example.com/"))).startsWith("whsec_");
    }
  }
}
