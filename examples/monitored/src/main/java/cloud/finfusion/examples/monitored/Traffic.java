package cloud.finfusion.examples.monitored;

import cloud.finfusion.FinFusion;
import cloud.finfusion.batch.BatchOptions;
import cloud.finfusion.model.Amount;
import cloud.finfusion.model.CardParams;
import cloud.finfusion.model.CardPaymentMethodParams;
import cloud.finfusion.model.CustomerBatchItem;
import cloud.finfusion.model.CustomerCreateParams;
import cloud.finfusion.model.Payment;
import cloud.finfusion.model.PaymentCreateParams;
import cloud.finfusion.sandbox.Faults;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a shop does all day: eleven calls a second, of which one is declined. Every half minute the
 * next 100 attempts to pay fail, retries included: some ten seconds of outage.
 */
final class Traffic {
  private static final String GOOD_CARD = "4242424242424242";
  private static final String DECLINED_CARD = "4000000000000002";
  private static final int OUTAGE_EVERY = 30;
  private static final int FAILING_ATTEMPTS = 100;
  private static final int PAYMENTS = 4;

  private final FinFusion client;
  private final Faults faults;
  private final String customer;
  private final List<CompletableFuture<@Nullable Payment>> payments =
      new ArrayList<>(); // under way

  Traffic(FinFusion client, Faults faults) {
    this.client = client;
    this.faults = faults;
    this.customer =
        client
            .customers()
            .create(CustomerCreateParams.builder().email("ada@example.com").build())
            .id();
  }

  /**
   * Runs for so many seconds, or for ever if they are 0, and waits for the last payments.
   *
   * @param onSecond is given the seconds that have passed, after each round of calls
   */
  void run(int seconds, Pace pace, IntConsumer onSecond) throws InterruptedException {
    int second = 0;
    int outages = 0;
    while (seconds == 0 || second < seconds) {
      oneRound();
      second = pace.awaitSecond();
      onSecond.accept(second);
      if (second / OUTAGE_EVERY > outages) {
        outages = second / OUTAGE_EVERY;
        faults.status("payments.create", FAILING_ATTEMPTS, 503);
      }
    }
    CompletableFuture.allOf(payments.toArray(CompletableFuture[]::new)).join();
  }

  private void oneRound() {
    payments.removeIf(CompletableFuture::isDone);
    for (int i = 0; i < PAYMENTS; i++) {
      pay(GOOD_CARD);
    }
    pay(DECLINED_CARD);
    for (int i = 0; i < 5; i++) {
      client.customers().retrieve(customer);
    }
    client.customers().createBatch(customers(), BatchOptions.builder().build());
  }

  /** Pays without waiting for it, so that an outage leaves the other calls as they are. */
  private void pay(String card) {
    payments.add(
        client.async().payments().create(payment(card)).exceptionally(failed -> null)); // counted
  }

  private static List<CustomerBatchItem> customers() {
    return IntStream.range(0, 20)
        .mapToObj(i -> CustomerBatchItem.builder().email(i + "@example.com").build())
        .toList();
  }

  private static PaymentCreateParams payment(String card) {
    return PaymentCreateParams.builder()
        .amount(Amount.ofMajor("10.00", "USD"))
        .paymentMethod(
            CardPaymentMethodParams.builder()
                .card(
                    CardParams.builder().number(card).expMonth(12).expYear(2034).cvc("123").build())
                .build())
        .build();
  }
}
