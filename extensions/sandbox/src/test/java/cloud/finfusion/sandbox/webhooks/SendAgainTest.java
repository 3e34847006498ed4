package cloud.finfusion.sandbox.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.sandbox.WebhookDelivery;
import cloud.finfusion.sandbox.testing.WebhookScene;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Deliveries are sent again while requests publish further events. */
class SendAgainTest {
  private static final int TIMES = 50;

  private final WebhookScene scene = new WebhookScene();

  /** A lock that both sides took in another order would hold the sandbox for ever. */
  @Test
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void paymentsGoOnWhileDeliveriesAreSentAgain() {
    try (scene) {
      String endpoint = scene.endpoint(scene.receiver.url(), WebhookScene.PAID).path("id").asText();
      scene.pay();
      String event = scene.deliveries().get(0).eventId();

      Stream.of(pays(), sendsAgain(event, endpoint), pays(), sendsAgain(event, endpoint))
          .toList()
          .forEach(CompletableFuture::join);

      assertThat(scene.deliveries())
          .hasSize(1 + 4 * TIMES)
          .extracting(WebhookDelivery::status)
          .containsOnly(WebhookDelivery.Status.DELIVERED);
    }
  }

  private CompletableFuture<Void> pays() {
    return repeated(scene::pay);
  }

  private CompletableFuture<Void> sendsAgain(String event, String endpoint) {
    String body = "{\"event\": \"%s\", \"endpoint\": \"%s\"}".formatted(event, endpoint);
    return repeated(
        () ->
            assertThat(scene.caller.post("/_sandbox/deliveries", body).statusCode())
                .isEqualTo(200));
  }

  private static CompletableFuture<Void> repeated(Runnable work) {
    CompletableFuture<Void> end = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                for (int i = 0; i < TIMES; i++) {
                  work.run();
                }
                end.complete(null);
              } catch (RuntimeException | AssertionError e) {
                end.completeExceptionally(e);
              }
            });
    thread.setDaemon(true);
    thread.start();
    return end;
  }
}
