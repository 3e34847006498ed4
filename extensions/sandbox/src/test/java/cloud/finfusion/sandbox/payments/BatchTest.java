package cloud.finfusion.sandbox.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cloud.finfusion.sandbox.Ledger;
import cloud.finfusion.sandbox.Sandbox;
import cloud.finfusion.sandbox.testing.Caller;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The items of a batch are executed one by one, each with its own result. */
class BatchTest {
  private final Sandbox sandbox = Sandbox.start();
  private final Caller caller = new Caller(sandbox);

  @AfterEach
  void close() {
    sandbox.close();
  }

  private static final String DECLINED = Caller.payment(500, "4000000000000002");

  @Test
  void eachItemIsDoneAsIfItWereAlone() {
    JsonNode results =
        results(
            "/v2/payments/batch",
            List.of(Caller.payment(1, "4242424242424242"), DECLINED, Caller.CARD_PAYMENT));

    assertThat(results.findValuesAsText("index")).containsExactly("0", "1", "2");
    assertThat(results.at("/0/payment/amount/value").asLong()).isEqualTo(1);
    assertThat(results.at("/0/payment/payment_method/card/last4").asText()).isEqualTo("4242");
    assertThat(results.at("/1/error/code").asText()).isEqualTo("PAY001");
    assertThat(results.path(1).has("payment")).isFalse();
    assertThat(results.at("/2/payment/amount/value").asLong()).isEqualTo(1000);
    assertThat(sandbox.ledger().charges())
        .extracting(Ledger.Entry::operation, Ledger.Entry::amount)
        .containsExactly(tuple("payments.create", 1L), tuple("payments.create", 1000L));
    assertThat(caller.list("/v2/payments?status=succeeded", "id")).hasSize(2);
  }

  @Test
  void anItemsKeyIsDoneOnceHoweverOftenItIsSent() {
    String item = withKey(Caller.CARD_PAYMENT, "item-1");
    String first = results("/v2/payments/batch", List.of(item)).at("/0/payment/id").asText();

    JsonNode again = results("/v2/payments/batch", List.of(Caller.CARD_PAYMENT, item, item));

    assertThat(again.at("/1/payment/id").asText()).isEqualTo(first);
    assertThat(again.at("/2/payment/id").asText()).isEqualTo(first);
    assertThat(again.at("/0/payment/id").asText()).isNotEqualTo(first);
    assertThat(again.at("/1/payment").has("idempotency_key")).isFalse();
    assertThat(sandbox.ledger().withKey("item-1")).hasSize(1);
    assertThat(caller.list("/v2/payments?idempotency_key=item-1", "amount")).hasSize(1);
  }

  @Test
  void anItemsKeyWithAnotherBodyIsAnErrorOfThatItem() {
    results("/v2/payments/batch", List.of(withKey(Caller.CARD_PAYMENT, "item-1")));

    JsonNode results =
        results(
            "/v2/payments/batch",
            List.of(withKey(Caller.payment(7, "4242424242424242"), "item-1"), Caller.CARD_PAYMENT));

    assertThat(results.at("/0/error/message").asText()).contains("another body");
    assertThat(results.at("/1/payment/status").asText()).isEqualTo("succeeded");
  }

  @Test
  void theBatchItselfIsDoneOnceToo() {
    String body = body(List.of(Caller.CARD_PAYMENT, Caller.CARD_PAYMENT));
    String first = caller.post("/v2/payments/batch", body, "batch-1").body();

    assertThat(caller.post("/v2/payments/batch", body, "batch-1").body()).isEqualTo(first);
    assertThat(sandbox.ledger().charges()).hasSize(2);
  }

  @Test
  void otherFamiliesHaveBatchesByTheSameConvention() {
    JsonNode results =
        results(
            "/v2/customers/batch",
            List.of("{\"email\": \"a@example.com\"}", "{\"email\": \"b@example.com\"}"));

    assertThat(results.at("/1/customer/email").asText()).isEqualTo("b@example.com");
    assertThat(caller.list("/v2/customers", "id"))
        .containsExactly(
            results.at("/1/customer/id").asText(), results.at("/0/customer/id").asText());
  }

  @Test
  void anInvalidItemRefusesTheWholeBatch() {
    HttpResponse<String> response =
        caller.post("/v2/customers/batch", body(List.of("{\"email\": \"a@example.com\"}", "{}")));

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(Caller.json(response).at("/error/details").findValuesAsText("field"))
        .contains("items.1.email");
    assertThat(caller.list("/v2/customers", "id")).isEmpty();
  }

  private JsonNode results(String path, List<String> items) {
    return caller.create(path, body(items)).path("results");
  }

  private static String body(List<String> items) {
    return "{\"items\": [" + String.join(", ", items) + "]}";
  }

  private static String withKey(String item, String key) {
    return item.replaceFirst("\\{", "{\"idempotency_key\": \"" + key + "\", ");
  }
}
