package cloud.finfusion.junit;

import cloud.finfusion.FinFusion;
import cloud.finfusion.model.Amount;
import cloud.finfusion.model.CardParams;
import cloud.finfusion.model.CardPaymentMethodParams;
import cloud.finfusion.model.Payment;
import cloud.finfusion.model.PaymentCreateParams;
import cloud.finfusion.sandbox.TestCards;

/** The payment of a program under test. */
final class Payments {
  private Payments() {}

  static Payment pay(FinFusion client) {
    return client.payments().create(tenDollars());
  }

  static PaymentCreateParams tenDollars() {
    CardParams card =
        CardParams.builder().number(TestCards.VISA).expMonth(12).expYear(2034).cvc("123").build();
    return PaymentCreateParams.builder()
        .amount(Amount.ofMajor("10.00", "USD"))
        .paymentMethod(CardPaymentMethodParams.builder().card(card).build())
        .build();
  }
}
