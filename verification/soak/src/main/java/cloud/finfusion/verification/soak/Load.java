package cloud.finfusion.verification.soak;

import cloud.finfusion.FinFusion;
import cloud.finfusion.call.CallOptions;
import cloud.finfusion.model.Amount;
import cloud.finfusion.model.CardParams;
import cloud.finfusion.model.CardPaymentMethodParams;
import cloud.finfusion.model.Payment;
import cloud.finfusion.model.PaymentCreateParams;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** Payments from many threads at once, each under a key of its own; every other one is async. */
final class Load {
  private final FinFusion client;
  private final int threads;

  Load(FinFusion client, int threads) {
    this.client = client;
    this.threads = threads;
  }

  /** Makes so many payments, and returns how each ended. */
  List<Ending> pay(int payments) {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      List<CompletableFuture<Ending>> endings =
          IntStream.range(0, payments)
              .mapToObj(n -> CompletableFuture.supplyAsync(() -> end(n), executor))
              .toList();
      return endings.stream().map(CompletableFuture::join).toList();
    } finally {
      executor.shutdownNow();
    }
  }

  private Ending end(int number) {
    String key = "soak-" + number;
    CallOptions options = CallOptions.builder().idempotencyKey(key).build();
    long start = System.nanoTime();
    try {
      Payment payment = number % 2 == 0 ? blocking(number, options) : async(number, options);
      return Ending.returned(key, payment.id(), since(start));
    } catch (CompletionException e) {
      return Ending.failed(key, e.getCause() == null ? e : e.getCause(), since(start));
    } catch (RuntimeException | Error e) {
      return Ending.failed(key, e, since(start));
    }
  }

  private Payment blocking(int number, CallOptions options) {
    return client.payments().create(charge(number), options);
  }

  private Payment async(int number, CallOptions options) {
    return client.async().payments().create(charge(number), options).join();
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /** One in a hundred is declined, so that some calls are refused for good. */
  private static String cardNumber(int number) {
    return number % 100 == 0 ? "4000000000000002" : "4242424242424242";
  }

  private static PaymentCreateParams charge(int number) {
    CardParams card =
        CardParams.builder()
            .number(cardNumber(number))
            .expMonth(12)
            .expYear(2034)
            .cvc("123")
            .build();
    return PaymentCreateParams.builder()
        .amount(Amount.ofMinor(100 + number, "USD"))
        .paymentMethod(CardPaymentMethodParams.builder().card(card).build())
        .build();
  }
}
