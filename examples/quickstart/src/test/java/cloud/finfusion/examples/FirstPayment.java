package cloud.finfusion.examples;

import cloud.finfusion.FinFusion;
import cloud.finfusion.error.OutcomeUnknownException;
import cloud.finfusion.error.PaymentDeclinedException;
import cloud.finfusion.model.Amount;
import cloud.finfusion.model.CardParams;
import cloud.finfusion.model.CardPaymentMethodParams;
import cloud.finfusion.model.Payment;
import cloud.finfusion.model.PaymentCreateParams;

public class FirstPayment {
  public static void main(String[] args) {
    FinFusion client = FinFusion.fromEnv(); // FINFUSION_API_KEY; make one and share it

    CardParams card =
        CardParams.builder()
            .number("4242424242424242")
            .expMonth(12)
            .expYear(2034)
            .cvc("123")
            .build();
    PaymentCreateParams params =
        PaymentCreateParams.builder()
            .amount(Amount.ofMajor("10.00", "USD"))
            .paymentMethod(CardPaymentMethodParams.builder().card(card).build())
            .build();

    try {
      Payment payment = client.payments().create(params);
      System.out.println(payment.id() + " " + payment.status().value());
    } catch (PaymentDeclinedException declined) {
      System.out.println("declined: ask for another card");
    } catch (OutcomeUnknownException unknown) {
      // it may have been charged: look before paying again
      System.out.println("look up the payment of " + unknown.idempotencyKey());
    }
  }
}
