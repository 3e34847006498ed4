package cloud.finfusion.benchmarks.peers;

import cloud.finfusion.FinFusion;
import cloud.finfusion.cache.CacheOptions;
import cloud.finfusion.model.Amount;
import cloud.finfusion.model.CardParams;
import cloud.finfusion.model.CardPaymentMethodParams;
import cloud.finfusion.model.PaymentCreateParams;
import cloud.finfusion.ratelimit.RateLimiter;
import cloud.finfusion.retry.CircuitBreakerOptions;
import java.net.URI;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The SDK, through its facades. */
final class FinFusionPeer implements Peer.Async {
  private static final int MOST_AT_ONCE = 256;
  private static final int MORE_THAN_MADE = 1_000_000;

  private final FinFusion client;
  private final PaymentCreateParams creation =
      PaymentCreateParams.builder()
          .amount(Amount.ofMinor(1000, "USD"))
          .paymentMethod(
              CardPaymentMethodParams.builder()
                  .card(
                      CardParams.builder()
                          .number("4242424242424242")
                          .expMonth(12)
                          .expYear(2034)
                          .cvc("123")
                          .build())
                  .build())
          .metadata(Map.of("order_id", "order_123"))
          .build();

  FinFusionPeer(FinFusion client) {
    this.client = client;
  }

  /** The defaults. */
  static FinFusion.Builder client(String url) {
    return FinFusion.builder().apiKey("dev_benchmark").baseUrl(URI.create(url));
  }

  /** With a plan, a circuit breaker, a bound on requests at once and a cache. */
  static FinFusion.Builder allLayers(String url) {
    return client(url)
        .rateLimiter(neverEmpty())
        .circuitBreaker(CircuitBreakerOptions.builder().build())
        .maxConcurrent(MOST_AT_ONCE)
        .cache(CacheOptions.builder().build());
  }

  private static RateLimiter neverEmpty() {
    return RateLimiter.builder().maxRequests(MORE_THAN_MADE).burst(MORE_THAN_MADE).build();
  }

  @Override
  public Object create() {
    return client.payments().create(creation);
  }

  @Override
  public Object retrieve() {
    return client.payments().retrieve("pay_1234567890");
  }

  /** Retrieves a customer, which a client with a cache does only once. */
  Object retrieveCustomer() {
    return client.customers().retrieve("cust_1234567890");
  }

  @Override
  @SuppressWarnings("FutureReturnValueIgnored") // failures go to done
  public void create(BiConsumer<@Nullable Object, @Nullable Throwable> done) {
    client.async().payments().create(creation).whenComplete(done);
  }
}
