package cloud.finfusion.benchmarks.peers;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.service.PaymentIntentService;

/** stripe-java with its defaults; it connects by HttpURLConnection and has no asynchronous form. */
final class StripePeer implements Peer {
  private final PaymentIntentService payments;
  private final PaymentIntentCreateParams creation =
      PaymentIntentCreateParams.builder()
          .setAmount(1000L)
          .setCurrency("usd")
          .setPaymentMethod("pm_card_visa")
          .setConfirm(true)
          .putMetadata("order_id", "order_123")
          .build();

  StripePeer(String url) {
    payments =
        StripeClient.builder()
            .setApiKey("sk_test_benchmark")
            .setApiBase(url)
            .build()
            .v1()
            .paymentIntents();
  }

  @Override
  public Object create() throws StripeException {
    return payments.create(creation);
  }

  @Override
  public Object retrieve() throws StripeException {
    return payments.retrieve("pi_1234567890");
  }
}
