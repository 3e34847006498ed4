package cloud.finfusion.testing;

import cloud.finfusion.model.Amount;
import cloud.finfusion.model.CardParams;
import cloud.finfusion.model.CardPaymentMethodParams;
import cloud.finfusion.model.CustomerCreateParams;
import cloud.finfusion.model.PaymentCreateParams;
import cloud.finfusion.model.TokenCreateParams;

/** Valid requests and responses, and secrets that must never be shown. */
public final class Samples {
  public static final String KEY = "dev_CANARY0123456789";
  public static final String CARD = "4242424242424242";
  public static final String DECLINED_CARD = "4000000000000002";
  public static final String CUSTOMER = "{\"id\":\"cust_1\",\"email\":\"ada@example.com\"}";
  public static final String PAYMENT =
      "{\"id\":\"pay_1\",\"amount\":{\"value\":1000,\"currency\":\"USD\"},"
          + "\"payment_method\":{\"id\":\"pm_1\",\"type\":\"card\",\"card\":{\"brand\":\"visa\",\"last4\":\"4242\"}},"
          + "\"status\":\"succeeded\",\"created_at\":\"2024-03-15T10:30:00Z\"}";
  public static final String TOKEN = "{\"access_token\":\"tok_1\",\"token_type\":\"Bearer\"}";

  private Samples() {}

  public static PaymentCreateParams payment() {
    return payment(CARD);
  }

  public static PaymentCreateParams payment(String cardNumber) {
    CardParams card =
        CardParams.builder().number(cardNumber).expMonth(12).expYear(2034).cvc("123").build();
    return PaymentCreateParams.builder()
        .amount(Amount.ofMinor(1000, "USD"))
        .paymentMethod(CardPaymentMethodParams.builder().card(card).build())
        .build();
  }

  public static CustomerCreateParams customer() {
    return CustomerCreateParams.builder().name("Ada").email("ada@example.com").build();
  }

  static TokenCreateParams token() {
    return TokenCreateParams.builder()
        .grantType("client_credentials")
        .clientId("client_1")
        .clientSecret("CANARY-secret")
        .build();
  }
}
