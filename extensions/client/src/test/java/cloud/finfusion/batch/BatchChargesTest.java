package cloud.finfusion.batch;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.FinFusion;
import cloud.finfusion.error.IdempotencyConflictException;
import cloud.finfusion.model.Amount;
import cloud.finfusion.model.CardParams;
import cloud.finfusion.model.CardPaymentMethodParams;
import cloud.finfusion.model.Payment;
import cloud.finfusion.model.PaymentBatchItem;
import cloud.finfusion.retry.RetryOptions;
import cloud.finfusion.sandbox.Sandbox;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What batches of payments charge, by the sandbox's ledger. */
class BatchChargesTest {
  @AutoClose private final Sandbox sandbox = Sandbox.start();

  /** In real time: an item waits for another with its key, which is in flight. */
  @AutoClose
  private final FinFusion client =
      FinFusion.builder()
          .apiKey(sandbox.apiKey())
          .baseUrl(sandbox.baseUri())
          .retry(RetryOptions.builder().maxRetries(10).initialDelay(Duration.ofMillis(20)).build())
          .build();

  private static PaymentBatchItem payment() {
    CardParams card =
        CardParams.builder()
            .number("4242424242424242")
            .expMonth(12)
            .expYear(2034)
            .cvc("123")
            .build();
    return PaymentBatchItem.builder()
        .amount(Amount.ofMinor(1000, "USD"))
        .paymentMethod(CardPaymentMethodParams.builder().card(card).build())
        .build();
  }

  /** In one request, and in requests that are in flight at once. */
  @ParameterizedTest
  @ValueSource(ints = {100, 1})
  @DisplayName("C178 items with the same reference are one charge, and each has its result")
  void theSameReferenceIsChargedOnce(int batchSize) {
    BatchOptions<Object> options =
        BatchOptions.builder().batchSize(batchSize).reference(each -> "order-17").build();

    BatchResult<Payment> result =
        client.payments().createBatch(Collections.nCopies(4, payment()), options);

    assertThat(result.succeeded()).hasSize(4);
    assertThat(result.succeeded().stream().map(item -> item.value().id()).distinct()).hasSize(1);
    assertThat(sandbox.ledger().size()).isEqualTo(1);
  }

  @Test
  void aReferenceIsAnotherKeyForAnotherOperation() {
    BatchOptions<Object> options = BatchOptions.builder().reference(each -> "order-17").build();

    BatchResult<?> customers = client.customers().createBatch(BatchSamples.customers(1), options);
    BatchResult<?> payments = client.payments().createBatch(List.of(payment()), options);

    assertThat(payments.succeeded()).hasSize(1);
    assertThat(payments.items().get(0).idempotencyKey())
        .isNotEqualTo(customers.items().get(0).idempotencyKey());
  }

  @Test
  void anInputThatChangedAtTheSamePlaceFailsThereAndIsNotChargedAgain() {
    BatchOptions<Object> options = BatchOptions.builder().batchId("import-7").build();
    client.payments().createBatch(List.of(payment(), payment()), options);
    PaymentBatchItem changed = payment().toBuilder().amount(Amount.ofMinor(2000, "USD")).build();

    BatchResult<Payment> again =
        client.payments().createBatch(List.of(payment(), changed), options);

    assertThat(again.succeeded()).extracting(BatchItem::index).containsExactly(0);
    assertThat(again.failed()).extracting(BatchItem::index).containsExactly(1);
    assertThat(again.failed().get(0).error()).isInstanceOf(IdempotencyConflictException.class);
    assertThat(sandbox.ledger().size()).isEqualTo(2);
  }
}
