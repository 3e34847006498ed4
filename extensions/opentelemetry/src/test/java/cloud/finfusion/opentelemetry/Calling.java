package cloud.finfusion.opentelemetry;

import cloud.finfusion.FinFusion;
import cloud.finfusion.model.Amount;
import cloud.finfusion.model.CardParams;
import cloud.finfusion.model.CardPaymentMethodParams;
import cloud.finfusion.model.Customer;
import cloud.finfusion.model.Payment;
import cloud.finfusion.model.PaymentCreateParams;
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
  };

  abstract Payment pay(FinFusion client);

  abstract Customer customer(FinFusion client, String id);

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
