package cloud.finfusion.verification.bulk;

import cloud.finfusion.model.Amount;
import cloud.finfusion.model.CardParams;
import cloud.finfusion.model.CardPaymentMethodParams;
import cloud.finfusion.model.PaymentBatchItem;
import java.util.Iterator;
import java.util.stream.LongStream;

/** Payments, each of an amount of its own, by which the ledger tells it from the others. */
final class Payments {
  private static final CardPaymentMethodParams CARD =
      CardPaymentMethodParams.builder()
          .card(
              CardParams.builder()
                  .number("4242424242424242")
                  .expMonth(12)
                  .expYear(2034)
                  .cvc("123")
                  .build())
          .build();

  private Payments() {}

  static Iterator<PaymentBatchItem> of(long many) {
    return LongStream.rangeClosed(1, many).mapToObj(Payments::payment).iterator();
  }

  private static PaymentBatchItem payment(long amount) {
    return PaymentBatchItem.builder()
        .amount(Amount.ofMinor(amount, "USD"))
        .paymentMethod(CARD)
        .build();
  }
}
