package cloud.finfusion.verification.bulk;

import cloud.finfusion.FinFusion;
import cloud.finfusion.batch.BatchOptions;
import cloud.finfusion.model.CustomerBatchItem;
import cloud.finfusion.model.CustomerCreateParams;
import cloud.finfusion.sandbox.Sandbox;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Ten thousand customers, as in the documentation's example of a batch: one request each and then
 * in batches, one request at a time.
 */
final class OneByOne {
  private static final int CUSTOMERS = 10_000;
  private static final double EXPECTED = 30;

  private final Duration latency;

  OneByOne(Duration latency) {
    this.latency = latency;
  }

  /** Prints how much faster batches are; returns whether they are as fast as is expected. */
  boolean isSlower() {
    List<CustomerBatchItem> items =
        IntStream.range(0, CUSTOMERS).mapToObj(OneByOne::customer).toList();
    long single = took(client -> items.forEach(item -> client.customers().create(single(item))));
    BatchOptions<Object> options = BatchOptions.builder().concurrency(1).build();
    long batched =
        took(client -> client.customers().createBatch(items, options).throwIfAnyFailed());
    double times = (double) single / batched;
    System.out.printf(
        "%,d customers, %d ms a request: %,d ms one by one, %,d ms in batches, %.0f times%n",
        CUSTOMERS, latency.toMillis(), single, batched, times);
    return times >= EXPECTED;
  }

  private long took(Consumer<FinFusion> form) {
    try (Sandbox sandbox = Sandbox.start();
        FinFusion client =
            FinFusion.builder().baseUrl(sandbox.baseUri()).apiKey(sandbox.apiKey()).build()) {
      if (!latency.isZero()) {
        sandbox.faults().delay("customers.create", CUSTOMERS, latency);
        sandbox.faults().delay("customers.createBatch", CUSTOMERS, latency);
      }
      long start = System.nanoTime();
      form.accept(client);
      return (System.nanoTime() - start) / 1_000_000;
    }
  }

  private static CustomerBatchItem customer(int number) {
    return CustomerBatchItem.builder().email("customer" + number + "@example.com").build();
  }

  private static CustomerCreateParams single(CustomerBatchItem item) {
    return CustomerCreateParams.builder().email(item.email()).build();
  }
}
