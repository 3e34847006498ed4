package cloud.finfusion.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.FinFusion;
import cloud.finfusion.error.FinFusionException;
import cloud.finfusion.metrics.CallRecord.Result;
import cloud.finfusion.sandbox.Sandbox;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Theme M of the fault catalogue: what a long mixed run leaves in a registry. */
@Tag("slow") // makes ten thousand calls
class TenThousandCallsTest {
  private static final int CALLS = 10_000;
  private static final int WARM_UP = 500;
  private static final int THREADS = 4;

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final LongAdder done = new LongAdder();
  private final LongAdder failed = new LongAdder();
  private final AtomicInteger next = new AtomicInteger();

  @Test
  @DisplayName("C182, C183 of 10,000 calls with ids of their own each is counted, in few meters")
  void aMixedRun() throws InterruptedException {
    try (Sandbox sandbox = Sandbox.builder().history(1).start();
        FinFusion client =
            Clients.of(sandbox, "mixed", MicrometerReporter.of(registry)).retries(9).build()) {
      sandbox.faults().randomly("customers.retrieve", 1).status(0.05, 503).status(0.05, 500);
      sandbox.faults().randomly("payments.create", 2).status(0.1, 503).resetBeforeWork(0.05);
      sandbox.faults().randomly("customers.create", 3).status(0.2, 403);
      run(client, WARM_UP);
      int meters = registry.getMeters().size();

      run(client, CALLS);

      assertThat(registry.getMeters().size()).as("meters").isEqualTo(meters);
      assertThat(countsByResult().values().stream().mapToLong(Long::longValue).sum())
          .isEqualTo(CALLS)
          .isEqualTo(done.sum() + failed.sum());
      assertThat(countsByResult()).containsEntry(Result.SUCCESS, done.sum());
      assertThat(Meters.count(registry, FinFusionMeter.ATTEMPTS))
          .isEqualTo(sandbox.requestCount())
          .isEqualTo(CALLS + Meters.count(registry, FinFusionMeter.RETRIES));
      assertThat(Meters.gauge(registry, FinFusionMeter.IN_FLIGHT)).isZero();
    }
  }

  private Map<Result, Long> countsByResult() {
    Map<Result, Long> counts = new TreeMap<>();
    Arrays.asList(Result.values())
        .forEach(
            each ->
                counts.put(
                    each, Meters.count(registry, FinFusionMeter.CALLS, "result", each.tag())));
    return counts;
  }

  /** Makes calls up to this number. */
  private void run(FinFusion client, int upTo) throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    for (int i = 0; i < THREADS; i++) {
      threads.execute(
          () -> {
            for (int n = next.getAndIncrement(); n < upTo; n = next.getAndIncrement()) {
              call(client, n);
            }
          });
    }
    threads.shutdown();
    assertThat(threads.awaitTermination(2, TimeUnit.MINUTES)).isTrue();
    next.set(upTo);
  }

  private void call(FinFusion client, int number) {
    try {
      switch (number % 8) {
        case 0 -> client.payments().create(Samples.accepted());
        case 1 -> client.payments().create(Samples.declined());
        case 2 -> client.customers().create(Samples.customer());
        default -> client.customers().retrieve("cust_" + number);
      }
      done.increment();
    } catch (FinFusionException expected) {
      failed.increment();
    }
  }
}
