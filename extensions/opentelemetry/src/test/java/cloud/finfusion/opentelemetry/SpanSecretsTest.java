package cloud.finfusion.opentelemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import cloud.finfusion.FinFusion;
import cloud.finfusion.call.CallOptions;
import cloud.finfusion.junit.FinFusionSandbox;
import cloud.finfusion.model.Customer;
import cloud.finfusion.model.CustomerCreateParams;
import cloud.finfusion.model.CustomerUpdateParams;
import cloud.finfusion.model.Payment;
import cloud.finfusion.model.PaymentListParams;
import cloud.finfusion.sandbox.Sandbox;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** No span shows an id, a key, a card, a mail address or a value of a query. */
@Timeout(60)
@FinFusionSandbox
class SpanSecretsTest {
  @AutoClose private final RecordedSpans spans = new RecordedSpans();

  @Test
  void noSpanShowsWhatACallSentOrReceived(Sandbox sandbox) throws Exception {
    try (FinFusion client =
        FinFusion.builder()
            .apiKey(sandbox.apiKey())
            .baseUrl(sandbox.baseUri())
            .listener(TracingListener.of(spans.telemetry()))
            .build()) {
      CallOptions options =
          CallOptions.builder().idempotencyKey("order-17").actor("ada@example.com").build();
      Payment payment = client.payments().create(Calling.payment(), options);
      client.payments().retrieve(payment.id());
      assertThat(client.payments().list(PaymentListParams.builder().limit(7).build())).hasSize(1);
      Customer customer =
          client
              .customers()
              .create(CustomerCreateParams.builder().email("ada@example.com").name("Ada").build());
      client
          .customers()
          .update(customer.id(), CustomerUpdateParams.builder().name("Grace").build());
      assertThat(catchThrowable(() -> client.payments().retrieve("pay_missing"))).isNotNull();

      String all = spans.ended().toString();
      assertThat(spans.ended()).hasSize(12);
      assertThat(all).contains("/v2/payments/{payment_id}");
      for (String secret :
          List.of(
              payment.id(),
              customer.id(),
              "pay_missing",
              "order-17",
              "ada@example.com",
              "Grace",
              "4242424242424242",
              "limit=7",
              sandbox.apiKey())) {
        assertThat(all).doesNotContain(secret);
      }
    }
  }
}
