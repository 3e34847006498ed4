package com.example.orders;

import cloud.finfusion.FinFusion;
import cloud.finfusion.call.CallOptions;
import cloud.finfusion.error.PaymentDeclinedException;
import cloud.finfusion.model.Amount;
import cloud.finfusion.model.CardParams;
import cloud.finfusion.model.CardPaymentMethodParams;
import cloud.finfusion.model.PaymentCreateParams;

/** Pays for orders. */
final class Checkout {
  private final FinFusion client;

  Checkout(FinFusion client) {
    this.client = client;
  }

  /** Returns whether the order was paid; not so if the card was declined. */
  boolean pay(String order, String dollars, CardParams card) {
    PaymentCreateParams params =
        PaymentCreateParams.builder()
            .amount(Amount.ofMajor(dollars, "USD"))
            .paymentMethod(CardPaymentMethodParams.builder().card(card).build())
            .build();
    try {
      client.payments().create(params, CallOptions.builder().idempotencyKey(order).build());
      return true;
    } catch (PaymentDeclinedException declined) {
      return false;
    }
  }
}
