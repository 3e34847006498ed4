package cloud.finfusion.foreign;

import static cloud.finfusion.foreign.ForeignRow.unchanged;
import static cloud.finfusion.testing.FakeServer.json;
import static cloud.finfusion.testing.FakeServer.status;
import static java.nio.charset.StandardCharsets.UTF_8;

import cloud.finfusion.TestOptions;
import cloud.finfusion.auth.RotatingKey;
import cloud.finfusion.cache.CacheOptions;
import cloud.finfusion.call.CallOptions;
import cloud.finfusion.ratelimit.RateLimiter;
import cloud.finfusion.retry.CircuitBreakerOptions;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.FakeTime;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.Thrower;
import cloud.finfusion.webhook.WebhookVerifier;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import mockwebserver3.MockResponse;

/** Listeners and callbacks of a client that throw. */
final class ForeignListeners {
  private static final MockResponse CUSTOMER = json(Samples.CUSTOMER);

  private ForeignListeners() {}

  static List<ForeignRow> rows() {
    List<ForeignRow> rows = new ArrayList<>();
    for (String each :
        List.of("callStarted", "callEnded", "attemptStarted", "attemptEnded", "keyUsed")) {
      rows.add(listener(each, call -> call));
    }
    rows.add(listener("retryScheduled", call -> call.responding(status(503), payment())));
    rows.add(listener("cacheRead", ForeignListeners::reading));
    rows.add(listener("cacheEvicted", ForeignListeners::reading));
    rows.add(listener("permitWaited", call -> twice(call, false)));
    rows.add(listener("permitRefused", call -> twice(call, true)));
    rows.add(listener("circuitChanged", ForeignListeners::failing));
    rows.add(listener("credentialRefreshed", ForeignListeners::refused));
    rows.add(unchanged("CallListener.webhookVerified", ForeignListeners::webhook));
    rows.addAll(callbacks());
    return rows;
  }

  private static ForeignRow listener(String method, UnaryOperator<ForeignCall> kind) {
    ForeignCall payment =
        ForeignCall.with((client, t) -> client.listener(new ThrowingListener(method, t)));
    return unchanged("CallListener." + method, kind.apply(payment));
  }

  private static MockResponse payment() {
    return json(Samples.PAYMENT);
  }

  /** Two reads, and room for one. */
  private static ForeignCall reading(ForeignCall call) {
    CacheOptions one = CacheOptions.builder().maxSize(1).build();
    return call.set(client -> client.cache(one))
        .responding(CUSTOMER)
        .calling(
            calls -> {
              calls.customer("cust_1");
              calls.customer("cust_2");
            });
  }

  /** Two payments, and a permit for one. */
  private static ForeignCall twice(ForeignCall call, boolean failFast) {
    return call.set(
            client -> {
              FakeTime time = FakeTime.flowing();
              RateLimiter.Builder plan =
                  RateLimiter.builder().maxRequests(60).burst(1).clock(time::nanos);
              TestOptions.time(client, time)
                  .rateLimiter((failFast ? plan.failFast() : plan).build());
            })
        .calling(
            calls -> {
              calls.pay();
              calls.pay();
            });
  }

  private static ForeignCall failing(ForeignCall call) {
    CircuitBreakerOptions soon = CircuitBreakerOptions.builder().failures(2).build();
    return call.set(client -> client.circuitBreaker(soon))
        .responding(status(503))
        .calling(
            (calls, thrower) -> {
              try {
                calls.pay();
              } finally {
                thrower.await();
              }
            });
  }

  private static ForeignCall refused(ForeignCall call) {
    return call.set(
            client -> {
              RotatingKey key = RotatingKey.of(Samples.KEY);
              key.rotateTo(Samples.KEY + "1");
              client.credential(key);
            })
        .responding(status(401), payment());
  }

  private static String webhook(Thrower thrower, BlockingOrAsync mode) {
    byte[] body = "{\"id\":\"evt_1\",\"type\":\"invoice.paid\",\"created\":1}".getBytes(UTF_8);
    WebhookVerifier verifier =
        WebhookVerifier.builder().secrets("whsec_CANARY_1").withoutTimestamp().build();
    return ForeignCall.with(
            (client, same) -> client.listener(new ThrowingListener("webhookVerified", same)))
        .set(client -> client.webhookVerifier(verifier))
        .calling(calls -> calls.client().webhooks().verifySignature(body, "00".repeat(32), null))
        .run(thrower, mode);
  }

  private static List<ForeignRow> callbacks() {
    return List.of(
        unchanged("CallOptions.Builder.onResponse(Consumer)", ForeignListeners::onResponse),
        unchanged("CacheOptions.Builder.onInvalidate(Consumer)", ForeignListeners::onInvalidate),
        unchanged("RateLimiter.Builder.onLimitReached(Consumer)", ForeignListeners::onLimit));
  }

  private static String onResponse(Thrower thrower, BlockingOrAsync mode) {
    CallOptions options = CallOptions.builder().onResponse(info -> thrower.run()).build();
    return ForeignCall.with((client, same) -> {})
        .calling(calls -> calls.pay(Samples.payment(), options))
        .run(thrower, mode);
  }

  private static String onInvalidate(Thrower thrower, BlockingOrAsync mode) {
    return ForeignCall.with(
            (client, same) ->
                client.cache(
                    CacheOptions.builder()
                        .invalidateOn("*")
                        .onInvalidate(key -> thrower.run())
                        .build()))
        .responding(CUSTOMER)
        .calling(ForeignListeners::readAndWrite)
        .run(thrower, mode);
  }

  private static void readAndWrite(Calls calls) {
    calls.customer("cust_1");
    calls
        .mode()
        .of(
            () -> calls.client().customers().create(Samples.customer()),
            () -> calls.client().async().customers().create(Samples.customer()));
    calls.customer("cust_1");
    calls.client().cache().invalidate("*");
  }

  /** It is called on another thread, some time. */
  private static String onLimit(Thrower thrower, BlockingOrAsync mode) {
    RateLimiter plan =
        RateLimiter.builder()
            .burst(1)
            .failFast()
            .clock(() -> 0)
            .onLimitReached(event -> thrower.run())
            .build();
    return ForeignCall.with((client, same) -> client.rateLimiter(plan))
        .calling(
            calls -> {
              calls.pay();
              try {
                calls.pay();
              } finally {
                thrower.await();
              }
            })
        .run(thrower, mode);
  }
}
