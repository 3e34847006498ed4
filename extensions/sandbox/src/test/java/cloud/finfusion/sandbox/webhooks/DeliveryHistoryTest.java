package cloud.finfusion.sandbox.webhooks;

import static cloud.finfusion.sandbox.WebhookDelivery.Status.DELIVERED;
import static cloud.finfusion.sandbox.WebhookDelivery.Status.PENDING;
import static cloud.finfusion.sandbox.testing.WebhookScene.PAID;
import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.sandbox.WebhookDelivery;
import cloud.finfusion.sandbox.testing.WebhookScene;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A sandbox keeps the deliveries that ended last, and all that are pending. */
class DeliveryHistoryTest {
  @AutoClose private final WebhookScene scene = new WebhookScene(builder -> builder.history(2));

  @BeforeEach
  void subscribe() {
    scene.endpoint(scene.receiver.url(), PAID);
  }

  @Test
  void theNewestEndedDeliveriesAreKept() {
    List<String> events = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      scene.pay();
      List<WebhookDelivery> deliveries = scene.deliveries();
      events.add(deliveries.get(deliveries.size() - 1).eventId());
    }

    assertThat(events).doesNotHaveDuplicates();
    assertThat(scene.sandbox.webhooks().deliveries())
        .extracting(WebhookDelivery::eventId)
        .containsExactly(events.get(2), events.get(3));
    assertThat(scene.receiver.received()).hasSize(4);
  }

  @Test
  void pendingDeliveriesAreKeptHoweverManyThereAre() {
    scene.pay();
    assertThat(scene.deliveries()).hasSize(1);
    scene.sandbox.webhooks().reorder(5);
    for (int i = 0; i < 4; i++) {
      scene.pay();
    }

    assertThat(scene.sandbox.webhooks().deliveries())
        .extracting(WebhookDelivery::status)
        .containsExactly(DELIVERED, PENDING, PENDING, PENDING, PENDING);
    scene.pay();
    assertThat(scene.deliveries()).extracting(WebhookDelivery::status).containsOnly(DELIVERED);
    assertThat(scene.sandbox.webhooks().deliveries()).hasSize(2);
  }
}
