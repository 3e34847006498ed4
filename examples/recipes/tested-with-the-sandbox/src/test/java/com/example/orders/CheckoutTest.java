package com.example.orders;

import static cloud.finfusion.junit.SandboxAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.FinFusion;
import cloud.finfusion.junit.FinFusionSandbox;
import cloud.finfusion.model.CardParams;
import cloud.finfusion.model.PaymentStatus;
import cloud.finfusion.sandbox.Sandbox;
import cloud.finfusion.sandbox.TestCards;
import cloud.finfusion.sandbox.VirtualClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@FinFusionSandbox
class CheckoutTest {
  @Test
  void anOrderIsChargedOnceThroughAnOutage(Sandbox sandbox, FinFusion client) {
    sandbox.failing(503).times(2);

    boolean paid = new Checkout(client).pay("order-1", "49.90", card(TestCards.VISA));

    assertThat(paid).isTrue();
    assertThat(sandbox).hasReceived("payments.create", 3).hasCharges(1);
  }

  @Test
  void aDeclinedCardIsNoError(Sandbox sandbox, FinFusion client) {
    sandbox.declines(TestCards.INSUFFICIENT_FUNDS);

    assertThat(new Checkout(client).pay("order-1", "49.90", card(TestCards.VISA))).isFalse();
    assertThat(sandbox).hasCharges(0);
  }

  @Test
  @FinFusionSandbox(clock = "2030-01-01T00:00:00Z")
  void aCustomerDisputes(FinFusion client, VirtualClock clock) {
    new Checkout(client).pay("order-1", "49.90", card(TestCards.DISPUTED));

    clock.advance(Duration.ofHours(1));

    assertThat(client.payments().list())
        .singleElement()
        .matches(payment -> payment.status().equals(PaymentStatus.DISPUTED));
  }

  @Test
  @FinFusionSandbox(setup = StandardPlan.class)
  void anOrderWaitsWhenThePlanIsUsedUp(Sandbox sandbox, FinFusion client) {
    sandbox.rateLimitedAfter(1).times(1);
    Checkout checkout = new Checkout(client);

    assertThat(checkout.pay("order-1", "49.90", card(TestCards.VISA))).isTrue();
    assertThat(checkout.pay("order-2", "49.90", card(TestCards.VISA))).isTrue();
    assertThat(sandbox).hasReceived("payments.create", 3).hasCharges(2);
  }

  private static CardParams card(String number) {
    return CardParams.builder().number(number).expMonth(12).expYear(2034).cvc("123").build();
  }
}
