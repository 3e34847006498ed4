package cloud.finfusion.examples.monitored;

import cloud.finfusion.FinFusion;
import cloud.finfusion.batch.BatchOptions;
import cloud.finfusion.error.FinFusionException;
import cloud.finfusion.model.Amount;
import cloud.finfusion.model.CardParams;
import cloud.finfusion.model.CardPaymentMethodParams;
import cloud.finfusion.model.CustomerBatchItem;
import cloud.finfusion.model.CustomerCreateParams;
import cloud.finfusion.model.PaymentCreateParams;
import cloud.finfusion.sandbox.Faults;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** What a shop does all day: a dozen calls a second, of which some are declined and some fail. */
final class Traffic {
  private static final String GOOD_CARD = "4242424242424242";
  private static final String DECLINED_CARD = "4000000000000002";
  private static final int OUTAGE_EVERY = 30;
  private static final int PAYMENTS = 4;

  private final FinFusion client;
  private final Faults faults;
  private final String customer;

  Traffic(FinFusion client, Faults faults) {
    this.client = client;
    this.faults = faults;
    this.customer =
        client
            .customers()
            .create(CustomerCreateParams.builder().email("ada@example.com").build())
            .id();
  }

  /** Runs for so many seconds, or for ever if they are 0; the listener is given each second. */
  void run(int seconds, IntConsumer onSecond) throws InterruptedException {
    for (int second = 1; seconds == 0 || second <= seconds; second++) {
      long start = System.nanoTime();
      if (second % OUTAGE_EVERY == 0) {
        faults.status("payments.create", 10 * PAYMENTS, 503);
      }
      oneSecond();
      onSecond.accept(second);
      TimeUnit.NANOSECONDS.sleep(
          Duration.ofSeconds(1).toNanos() - (System.nanoTime() - start)); // none if it is late
    }
  }

  private void oneSecond() {
    for (int i = 0; i < PAYMENTS; i++) {
      pay(GOOD_CARD);
    }
    pay(DECLINED_CARD);
    for (int i = 0; i < 5; i++) {
      client.customers().retrieve(customer);
    }
    client.customers().createBatch(customers(), BatchOptions.builder().build());
  }

  private void pay(String card) {
    try {
      client.payments().create(payment(card));
    } catch (FinFusionException failed) {
      // counted, which is what this program shows
    }
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
