package cloud.finfusion.servlet;

import static cloud.finfusion.junit.SandboxAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.FinFusion;
import cloud.finfusion.junit.FinFusionSandbox;
import cloud.finfusion.model.Amount;
import cloud.finfusion.model.CardParams;
import cloud.finfusion.model.CardPaymentMethodParams;
import cloud.finfusion.model.Event;
import cloud.finfusion.model.PaymentCreateParams;
import cloud.finfusion.model.WebhookEndpoint;
import cloud.finfusion.model.WebhookEndpointCreateParams;
import cloud.finfusion.model.WebhookEndpointUpdateParams;
import cloud.finfusion.sandbox.Sandbox;
import cloud.finfusion.webhook.WebhookHandler;
import cloud.finfusion.webhook.Webhooks;
import jakarta.servlet.Servlet;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the sandbox sends arrives, is verified and handled once, through each way of receiving. */
@FinFusionSandbox
class SandboxDeliveryTest {
  @ParameterizedTest
  @MethodSource("cloud.finfusion.servlet.WebhookServletTest#receivers")
  @DisplayName("C210 an event of the sandbox, delivered twice, is handled once")
  void anEventOfTheSandbox(
      Function<WebhookHandler, Servlet> servlet, Sandbox sandbox, FinFusion client)
      throws Exception {
    WebhookEndpoint endpoint =
        client
            .webhookEndpoints()
            .create(
                WebhookEndpointCreateParams.builder()
                    .url("http://127.0.0.1/not-known-yet")
                    .events(List.of("payment.succeeded"))
                    .build());
    String secret = Objects.requireNonNull(endpoint.secret());
    try (Receiver receiver = new Receiver(servlet, Webhooks.verifier(secret))) {
      client
          .webhookEndpoints()
          .update(
              endpoint.id(),
              WebhookEndpointUpdateParams.builder().url(receiver.uri().toString()).build());
      sandbox.webhooks().duplicate(1);

      client.payments().create(tenDollars());

      assertThat(sandbox).hasDelivered("payment.succeeded", 2);
      Event event = client.events().list().iterator().next();
      assertThat(receiver.handled()).containsExactly(event.id());
    }
  }

  private static PaymentCreateParams tenDollars() {
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
