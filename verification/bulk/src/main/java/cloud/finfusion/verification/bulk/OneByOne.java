package cloud.finfusion.verification.bulk;

import cloud.finfusion.FinFusion;
import cloud.finfusion.batch.BatchOptions;
import cloud.finfusion.model.PaymentBatchItem;
import cloud.finfusion.model.PaymentCreateParams;
import cloud.finfusion.sandbox.Sandbox;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Ten thousand payments, one request each and then in batches, one request at a time. */
final class OneByOne {
  private static final int PAYMENTS = 10_000;
  private static final double EXPECTED = 30;

  private final Duration latency;

  OneByOne(Duration latency) {
    this.latency = latency;
  }

  /** Prints how much faster batches are; returns whether they are as fast as is expected. */
  boolean isSlower() {
    List<PaymentBatchItem> items = new ArrayList<>();
    Payments.of(PAYMENTS).forEachRemaining(items::add);
    long single = took(client -> items.forEach(item -> client.payments().create(single(item))));
    BatchOptions<Object> options = BatchOptions.builder().concurrency(1).build();
    long batched = took(client -> client.payments().createBatch(items, options).throwIfAnyFailed());
    double times = (double) single / batched;
    System.out.printf(
        "%,d payments, %d ms a request: %,d ms one by one, %,d ms in batches, %.0f times%n",
        PAYMENTS, latency.toMillis(), single, batched, times);
    return times >= EXPECTED;
  }

  private interface Payer {
    void pay(FinFusion client);
  }

  private long took(Payer payer) {
    try (Sandbox sandbox = Sandbox.start();
        FinFusion client =
            FinFusion.builder().baseUrl(sandbox.baseUri()).apiKey(sandbox.apiKey()).build()) {
      if (!latency.isZero()) {
        sandbox.faults().delay("payments.create", PAYMENTS, latency);
        sandbox.faults().delay("payments.createBatch", PAYMENTS, latency);
      }
      long start = System.nanoTime();
      payer.pay(client);
      return (System.nanoTime() - start) / 1_000_000;
    }
  }

  private static PaymentCreateParams single(PaymentBatchItem item) {
    return PaymentCreateParams.builder()
        .amount(item.amount())
        .paymentMethod(item.paymentMethod())
        .build();
  }
}
