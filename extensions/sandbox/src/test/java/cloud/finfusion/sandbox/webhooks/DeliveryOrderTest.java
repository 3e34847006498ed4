package cloud.finfusion.sandbox.webhooks;

import static cloud.finfusion.sandbox.WebhookDelivery.Status.DELIVERED;
import static cloud.finfusion.sandbox.testing.WebhookScene.PAID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.sandbox.WebhookDelivery;
import cloud.finfusion.sandbox.testing.WebhookScene;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Events arrive in order, unless a test asks for duplicates or another order. */
class DeliveryOrderTest {
  @AutoClose private final WebhookScene scene = new WebhookScene();

  @Test
  void eventsArriveInTheirOrder() {
    scene.endpoint(scene.receiver.url(), PAID);
    List<String> payments = IntStream.range(0, 20).mapToObj(i -> scene.pay()).toList();

    scene.deliveries();

    assertThat(scene.paymentsReceived()).isEqualTo(payments);
  }

  @Test
  void theNextDeliveriesAreDuplicatedOnDemand() {
    scene.endpoint(scene.receiver.url(), PAID);
    scene.sandbox.webhooks().duplicate(2);
    List<String> payments = List.of(scene.pay(), scene.pay(), scene.pay());

    assertThat(scene.deliveries()).hasSize(5);
    assertThat(scene.paymentsReceived())
        .containsExactly(
            payments.get(0), payments.get(0), payments.get(1), payments.get(1), payments.get(2));
    assertThat(scene.receiver.received().get(0).body())
        .isEqualTo(scene.receiver.received().get(1).body());
  }

  @Test
  void theNextDeliveriesAreReorderedOnDemand() {
    scene.endpoint(scene.receiver.url(), PAID);
    scene.sandbox.webhooks().reorder(3);
    List<String> payments = List.of(scene.pay(), scene.pay(), scene.pay(), scene.pay());

    scene.deliveries();

    assertThat(scene.paymentsReceived())
        .containsExactly(payments.get(2), payments.get(1), payments.get(0), payments.get(3));
  }

  @Test
  void aHeldDeliveryIsPending() {
    scene.endpoint(scene.receiver.url(), PAID);
    scene.sandbox.webhooks().reorder(2).duplicate(1);
    String first = scene.pay();
    assertThat(scene.sandbox.webhooks().whenNonePending()).isNotDone();

    String second = scene.pay();

    assertThat(scene.deliveries())
        .hasSize(3)
        .extracting(WebhookDelivery::status)
        .containsOnly(DELIVERED);
    assertThat(scene.paymentsReceived()).containsExactly(second, first, first);
  }

  @Test
  void duplicatingAndReorderingNeedEnoughDeliveries() {
    assertThatThrownBy(() -> scene.sandbox.webhooks().duplicate(0))
        .hasMessage("At least 1 deliveries are needed, not 0");
    assertThatThrownBy(() -> scene.sandbox.webhooks().reorder(1))
        .hasMessage("At least 2 deliveries are needed, not 1");
  }
}
