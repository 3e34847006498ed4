package cloud.finfusion.opentelemetry;

import cloud.finfusion.FinFusion;
import cloud.finfusion.batch.BatchOptions;
import cloud.finfusion.call.WaitOptions;
import cloud.finfusion.model.Amount;
import cloud.finfusion.model.CardParams;
import cloud.finfusion.model.CardPaymentMethodParams;
import cloud.finfusion.model.Customer;
import cloud.finfusion.model.CustomerBatchItem;
import cloud.finfusion.model.Payment;
import cloud.finfusion.model.PaymentCreateParams;
import cloud.finfusion.model.PaymentStatus;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** The two ways to make a call, whose spans have to be the same. */
enum Calling {
  BLOCKING {
    @Override
    Payment pay(FinFusion client) {
      return client.payments().create(payment());
    }

    @Override
    Customer customer(FinFusion client, String id) {
      return client.customers().retrieve(id);
    }

    @Override
    void batch(FinFusion client, int requests) {
      client.customers().createBatch(customers(requests), ONE_EACH).throwIfAnyFailed();
    }

    @Override
    void untilPaid(FinFusion client, String id) {
      client.payments().waitUntil(id, SOON, PaymentStatus.SUCCEEDED);
    }
  },
  ASYNC {
    @Override
    Payment pay(FinFusion client) {
      return result(client.async().payments().create(payment()));
    }

    @Override
    Customer customer(FinFusion client, String id) {
      return result(client.async().customers().retrieve(id));
    }

    @Override
    void batch(FinFusion client, int requests) {
      result(client.async().customers().createBatch(customers(requests), ONE_EACH))
          .throwIfAnyFailed();
    }

    @Override
    void untilPaid(FinFusion client, String id) {
      result(client.async().payments().waitUntil(id, SOON, PaymentStatus.SUCCEEDED));
    }
  };

  private static final BatchOptions<Object> ONE_EACH = BatchOptions.builder().batchSize(1).build();
  private static final WaitOptions SOON =
      WaitOptions.builder()
          .initialDelay(Duration.ofMillis(1))
          .maxDelay(Duration.ofMillis(1))
          .build();

  abstract Payment pay(FinFusion client);

  abstract Customer customer(FinFusion client, String id);

  /** Creates customers, one in each request. */
  abstract void batch(FinFusion client, int requests);

  /** Waits until a payment has succeeded. */
  abstract void untilPaid(FinFusion client, String id);

  private static List<CustomerBatchItem> customers(int many) {
    return Collections.nCopies(many, CustomerBatchItem.builder().email("ada@example.com").build());
  }

  private static <T> T result(CompletableFuture<T> future) {
    try {
      return future.join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof RuntimeException itself) {
        throw itself;
      }
      throw failed;
    }
  }

  static PaymentCreateParams payment() {
    CardParams card =
        CardParams.builder()
            .number("4242424242424242")
            .expMonth(12)
            .expYear(2034)
            .cvc("123")
            .build();
    return PaymentCreateParams.builder()
        .amount(Amount.ofMajor("10.00", "USD"))
        .paymentMethod(CardPaymentMethodParams.builder().card(card).build())
        .build();
  }
}
