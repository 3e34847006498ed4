package cloud.finfusion.verification.consumers.program;

import cloud.finfusion.FinFusion;
import cloud.finfusion.cache.CacheOptions;
import cloud.finfusion.call.CallOptions;
import cloud.finfusion.error.ConfigurationException;
import cloud.finfusion.error.FinFusionException;
import cloud.finfusion.model.Amount;
import cloud.finfusion.model.CardParams;
import cloud.finfusion.model.CardPaymentMethodParams;
import cloud.finfusion.model.Customer;
import cloud.finfusion.model.CustomerCreateParams;
import cloud.finfusion.model.Payment;
import cloud.finfusion.model.PaymentCreateParams;
import cloud.finfusion.ratelimit.RateLimiter;
import cloud.finfusion.webhook.WebhookVerifier;
import cloud.finfusion.webhook.Webhooks;
import java.net.URI;
import java.util.List;

/**
 * Pays, reads from the cache, calls asynchronously and checks a webhook. Prints what it found, one
 * line each; a class path that is refused ends the program with that sentence.
 */
public final class Shop {
  /** Sent once each, whatever becomes of them: the server loses or refuses them. */
  private static final List<String> FAULTY = List.of("lost", "timed-out", "unavailable");

  private final FinFusion client;

  private Shop(FinFusion client) {
    this.client = client;
  }

  /** The arguments: URL, key, and a secret of webhooks. */
  public static void main(String[] args) throws Exception {
    PaymentCreateParams params = payment();
    RateLimiter limiter = RateLimiter.standard();
    WebhookVerifier verifier = Webhooks.verifier(args[2]);
    Found.print();
    try (FinFusion client =
        FinFusion.builder()
            .apiKey(args[1])
            .baseUrl(URI.create(args[0]))
            .retries(0)
            .rateLimiter(limiter)
            .cache(CacheOptions.builder().build())
            .webhookVerifier(verifier)
            .build()) {
      new Shop(client).run(params, new SignedEvent(args[2]));
    } catch (ConfigurationException refused) {
      System.out.println("refused=" + refused.getMessage());
    }
  }

  private void run(PaymentCreateParams params, SignedEvent event) throws Exception {
    for (String key : FAULTY) {
      System.out.println(key + "=" + outcome(params, key));
    }
    Payment payment = client.payments().create(params);
    System.out.println("payment=" + payment.status());
    System.out.println("cache=" + hits());
    Payment async = client.async().payments().retrieve(payment.id()).get();
    System.out.println("async=" + async.equals(payment));
    System.out.println("webhook=" + event.isVerified(client.webhooks(), payment));
  }

  private String outcome(PaymentCreateParams params, String key) {
    try {
      client.payments().create(params, CallOptions.builder().idempotencyKey(key).build());
      return "done";
    } catch (FinFusionException failed) {
      return failed.outcome().name();
    }
  }

  private long hits() {
    Customer customer =
        client
            .customers()
            .create(CustomerCreateParams.builder().name("Ada").email("ada@example.com").build());
    client.customers().retrieve(customer.id());
    client.customers().retrieve(customer.id());
    return client.cache().statistics().hits();
  }

  private static PaymentCreateParams payment() {
    CardParams card =
        CardParams.builder().number("4242424242424242").expMonth(12).expYear(2034).build();
    return PaymentCreateParams.builder()
        .amount(Amount.ofMajor("10.00", "USD"))
        .paymentMethod(CardPaymentMethodParams.builder().card(card).build())
        .build();
  }
}
