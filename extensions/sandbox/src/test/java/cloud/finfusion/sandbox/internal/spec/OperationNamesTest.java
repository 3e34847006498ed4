package cloud.finfusion.sandbox.internal.spec;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.sandbox.internal.http.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Operations have the names of the SDK, and a name that is misspelt is found. */
class OperationNamesTest {
  private final OperationNames names = new OperationNames(Spec.bundled().operations());

  /** The right column is what the generator makes of the left one. */
  @ParameterizedTest
  @CsvSource({
    "Payments, payments",
    "payment, payment",
    "WebhookEndpoints, webhookEndpoints",
    "API keys, apiKeys",
    "APIKeys, apiKeys",
    "KYC, kyc",
    "KYCs, kycs",
    "IDs, ids",
    "OAuth, oAuth",
    "OAuth2 Tokens, oAuth2Tokens",
    "v2 Payments, v2Payments",
    "Card 3ds, card3ds",
    "payments/refunds, paymentsRefunds",
    "card_transactions, cardTransactions",
    "Card.Transactions, cardTransactions"
  })
  void theNameIsTheTagAndTheMethod(String tag, String resource) {
    ObjectNode node = Json.object().put("x-finfusion-method", "create");
    node.putArray("tags").add(tag).add("Second");

    assertThat(operation(node).name()).isEqualTo(resource + ".create");
  }

  @Test
  void whatTheSpecificationDoesNotNameHasADefault() {
    assertThat(operation(Json.object().put("operationId", "listThings")).name())
        .isEqualTo("default.listThings");
  }

  @Test
  void aNameIsFoundByItselfAndByTheOperationId() {
    assertThat(names.find("payments.createBatch")).contains("payments.createBatch");
    assertThat(names.find("createPaymentBatch")).contains("payments.createBatch");
    assertThat(names.find("Payments.create")).isEmpty();
    assertThat(names.all()).contains("payments.create", "apiKeys.rotate").doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({
    "payments.creat, payments.create",
    "PAYMENTS.CREATE, payments.create",
    "payment.retrieve, payments.retrieve",
    "createPaymnt, payments.create",
    "webhookEndpoint.rotateSecret, webhookEndpoints.rotateSecret",
    "customers.delte, customers.delete"
  })
  void theNearestNameComesFirst(String wrong, String right) {
    assertThat(names.near(wrong)).first().isEqualTo(right);
    assertThat(names.near(wrong)).hasSizeLessThanOrEqualTo(5).doesNotHaveDuplicates();
  }

  @Test
  void nothingIsNearToSomethingElse() {
    assertThat(names.near("invoices.send")).isEmpty();
    assertThat(names.near("")).isEmpty();
  }

  private static Operation operation(ObjectNode node) {
    return new Operation(Json.object(), PathTemplate.of("/v2/things"), "POST", node);
  }
}
