package cloud.finfusion.micrometer;

import cloud.finfusion.model.Amount;
import cloud.finfusion.model.CardParams;
import cloud.finfusion.model.CardPaymentMethodParams;
import cloud.finfusion.model.CustomerBatchItem;
import cloud.finfusion.model.CustomerCreateParams;
import cloud.finfusion.model.PaymentCreateParams;
import java.util.List;
import java.util.stream.IntStream;

/** Parameters of calls. */
final class Samples {
  private Samples() {}

  static PaymentCreateParams accepted() {
    return with("4242424242424242");
  }

  static PaymentCreateParams declined() {
    return with("4000000000000002");
  }

  private static PaymentCreateParams with(String card) {
    CardParams params =
        CardParams.builder().number(card).expMonth(12).expYear(2034).cvc("123").build();
    return PaymentCreateParams.builder()
        .amount(Amount.ofMajor("10.00", "USD"))
        .paymentMethod(CardPaymentMethodParams.builder().card(params).build())
        .build();
  }

  static CustomerCreateParams customer() {
    return CustomerCreateParams.builder().email("a@example.com").build();
  }

  static List<CustomerBatchItem> customers(int many) {
    return IntStream.range(0, many)
        .mapToObj(i -> CustomerBatchItem.builder().email("c" + i + "@example.com").build())
        .toList();
  }
}
