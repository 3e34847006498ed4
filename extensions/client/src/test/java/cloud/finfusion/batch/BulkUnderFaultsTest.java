package cloud.finfusion.batch;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.FinFusion;
import cloud.finfusion.auth.RotatingKey;
import cloud.finfusion.metrics.CallListener;
import cloud.finfusion.metrics.RetryRecord;
import cloud.finfusion.model.Amount;
import cloud.finfusion.model.ApiKeyRotateParams;
import cloud.finfusion.model.Customer;
import cloud.finfusion.model.CustomerBatchItem;
import cloud.finfusion.model.PaymentBatchItem;
import cloud.finfusion.retry.RetryOptions;
import cloud.finfusion.sandbox.Ledger;
import cloud.finfusion.sandbox.Sandbox;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.TestClients;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Bulk runs against the sandbox, which says afterwards what was done. */
class BulkUnderFaultsTest {
  private static final int PAYMENTS = 2000;

  /** So many that a request fails as often once in ten million runs. */
  private static final RetryOptions MANY =
      RetryOptions.builder().maxRetries(15).maxDelay(Duration.ofSeconds(1)).build();

  private final Sandbox sandbox = Sandbox.builder().history(2 * PAYMENTS).start();

  @AfterEach
  void close() {
    sandbox.close();
  }

  private static PaymentBatchItem payment(long amount) {
    return PaymentBatchItem.builder()
        .amount(Amount.ofMinor(amount, "USD"))
        .paymentMethod(Samples.payment().paymentMethod())
        .build();
  }

  @Test
  void nothingIsLostOrDoubledWhileRequestsFailAndTheKeyIsRotated() {
    long seed = new SecureRandom().nextLong();
    sandbox.faults().randomly("payments.createBatch", seed).status(0.2, 503).resetAfterWork(0.02);
    sandbox.faults().status("payments.createBatch", 1, 429, Map.of("Retry-After", "2"));
    RotatingKey key = RotatingKey.of(sandbox.apiKey());
    Set<String> reasons = ConcurrentHashMap.newKeySet();
    try (FinFusion client =
        TestClients.of(sandbox)
            .retry(MANY)
            .deadline(Duration.ofDays(1))
            .credential(key)
            .listener(retries(reasons))
            .build()) {
      BulkOptions<PaymentBatchItem, Object> options =
          BulkOptions.<PaymentBatchItem, Object>builder()
              .batch(BatchOptions.builder().batchSize(20).batchId("import-7").build())
              .onResult(
                  result -> {
                    if (result.index() == PAYMENTS / 2) {
                      key.rotateTo(rotated(client));
                    }
                  })
              .build();

      BulkResult result =
          client
              .payments()
              .bulk(
                  LongStream.rangeClosed(1, PAYMENTS)
                      .mapToObj(BulkUnderFaultsTest::payment)
                      .iterator(),
                  options)
              .run();

      assertThat(result.isAllDone()).as("seed " + seed + ": " + result).isTrue();
    }
    assertThat(sandbox.ledger().charges())
        .as("seed " + seed)
        .extracting(Ledger.Entry::amount)
        .doesNotHaveDuplicates()
        .hasSize(PAYMENTS);
    assertThat(reasons).contains("status 503", "status 429");
  }

  private String rotated(FinFusion client) {
    return Objects.requireNonNull(
        client
            .apiKeys()
            .rotate(sandbox.apiKeyId(), ApiKeyRotateParams.builder().gracePeriod("48h").build())
            .key());
  }

  private static CallListener retries(Set<String> reasons) {
    return new CallListener() {
      @Override
      public void retryScheduled(RetryRecord retry) {
        reasons.add(retry.reason());
      }
    };
  }

  @Test
  void twentyThousandCustomersTakeTwoHundredRequests() {
    Set<String> ids = new HashSet<>();
    try (FinFusion client = TestClients.of(sandbox).build()) {
      BulkResult result =
          client
              .customers()
              .bulk(
                  IntStream.range(0, 20_000).mapToObj(BatchSamples::customer).iterator(),
                  BulkOptions.<CustomerBatchItem, Customer>builder()
                      .onResult(item -> ids.add(id(item)))
                      .build())
              .run();

      assertThat(result.isAllDone()).isTrue();
      assertThat(result.progress().requests()).isEqualTo(200);
    }
    assertThat(ids).hasSize(20_000);
    assertThat(sandbox.requestCount()).isEqualTo(200);
  }

  private static String id(BatchItem<? extends Customer> item) {
    return ((BatchItem.Succeeded<? extends Customer>) item).value().id();
  }
}
