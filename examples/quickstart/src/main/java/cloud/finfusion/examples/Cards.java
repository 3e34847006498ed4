package cloud.finfusion.examples;

import cloud.finfusion.model.CardParams;
import cloud.finfusion.model.CardPaymentMethodParams;

/** Test cards of the sandbox. */
final class Cards {
  static final String GOOD = "4242424242424242";
  static final String DECLINED = "4000000000000002";

  private Cards() {}

  static CardPaymentMethodParams card(String number) {
    CardParams card =
        CardParams.builder().number(number).expMonth(12).expYear(2034).cvc("123").build();
    return CardPaymentMethodParams.builder().card(card).build();
  }
}
