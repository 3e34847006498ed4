package cloud.finfusion.examples;

import cloud.finfusion.FinFusion;
import cloud.finfusion.model.Amount;
import cloud.finfusion.model.CaptureMethod;
import cloud.finfusion.model.CardCreateParams;
import cloud.finfusion.model.CardType;
import cloud.finfusion.model.Payment;
import cloud.finfusion.model.RefundCreateParams;
import cloud.finfusion.model.TransferCreateParams;
import cloud.finfusion.model.WebhookEndpointCreateParams;
import cloud.finfusion.sandbox.Sandbox;
import java.util.List;
import java.util.Set;

/**
 * Creates what a program of the reference needs, by the name of the parameter that takes its id.
 */
record ReferenceIds(Sandbox sandbox, FinFusion client) {
  private static final Set<String> OF_UNCAPTURED = Set.of("payments.capture", "payments.cancel");

  String of(String operation, String field, String example) {
    return switch (field) {
      case "payment_id" -> payment(OF_UNCAPTURED.contains(operation)).id();
      case "refund_id" -> refund();
      case "dispute_id" -> sandbox.simulate().dispute(payment(false).id());
      case "customer_id" -> RecipeSandbox.customer(client).id();
      case "account_id", "source_account_id", "destination_account_id" -> account();
      case "transfer_id" -> transfer();
      case "card_id" -> card();
      case "webhook_endpoint_id" -> webhookEndpoint();
      case "event_id", "since" -> event();
      case "key_id" -> operation.startsWith("apiKeys.") ? sandbox.apiKeyId() : example;
      default -> example;
    };
  }

  private Payment payment(boolean uncaptured) {
    CaptureMethod method = uncaptured ? CaptureMethod.MANUAL : CaptureMethod.AUTOMATIC;
    return client
        .payments()
        .create(RecipeSandbox.payment().toBuilder().captureMethod(method).build());
  }

  private String refund() {
    return client.payments().refund(payment(false).id(), RefundCreateParams.builder().build()).id();
  }

  private String account() {
    return RecipeSandbox.account(client).id();
  }

  private String transfer() {
    return client
        .transfers()
        .create(
            TransferCreateParams.builder()
                .sourceAccountId(account())
                .destinationAccountId(account())
                .amount(Amount.ofMinor(1, "USD"))
                .build())
        .id();
  }

  private String card() {
    return client
        .cards()
        .create(CardCreateParams.builder().accountId(account()).type(CardType.VIRTUAL).build())
        .id();
  }

  private String webhookEndpoint() {
    return client
        .webhookEndpoints()
        .create(
            WebhookEndpointCreateParams.builder()
                .url("https://example.com/hooks")
                .events(List.of("payment.succeeded"))
                .build())
        .id();
  }

  private String event() {
    payment(false);
    return client.events().list().stream().findFirst().orElseThrow().id();
  }
}
