package cloud.finfusion.sandbox.resources;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.sandbox.Sandbox;
import cloud.finfusion.sandbox.testing.Caller;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Invalid requests are refused, and the wrong field is named. */
class ValidationTest {
  private final Sandbox sandbox = Sandbox.start();
  private final Caller caller = new Caller(sandbox);

  @AfterEach
  void close() {
    sandbox.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"value\": 1000          | \"value\": \"1000\"  | amount.value",
        "\"value\": 1000          | \"value\": 0         | amount.value",
        "\"value\": 1000          | \"value\": 10.5      | amount.value",
        "USD                      | usd                  | amount.currency",
        "\"amount\"               | \"amont\"            | amount",
        "\"number\"               | \"nummer\"           | payment_method.card.number",
        "4242424242424242         | 4242x                | payment_method.card.number",
        "\"exp_month\": 12        | \"exp_month\": 13    | payment_method.card.exp_month",
        "\"type\": \"card\"       | \"type\": \"boat\"   | payment_method",
        "\"type\": \"card\"       | \"kind\": \"card\"   | payment_method"
      })
  void aWrongFieldOfTheBodyIsNamed(String right, String wrong, String field) {
    HttpResponse<String> response =
        caller.post("/v2/payments", Caller.CARD_PAYMENT.replace(right, wrong));

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(Caller.code(response)).isEqualTo("VAL001");
    assertThat(fields(response)).containsExactly(field);
    assertThat(sandbox.ledger().size()).isZero();
  }

  @Test
  void aMemberOfTheUnionIsJudgedByItsOwnFieldsOnly() {
    String body =
        """
        {"amount": {"value": 1, "currency": "USD"}, "payment_method": {"type": "bank_account"}}""";

    assertThat(fields(caller.post("/v2/payments", body)))
        .containsExactly("payment_method.account_id");
  }

  @ParameterizedTest
  @ValueSource(strings = {"?limit=0", "?limit=101", "?limit=abc", "?limit=1&limit=2", "?limit="})
  void aWrongParameterIsNamed(String query) {
    HttpResponse<String> response = caller.get("/v2/payments" + query);

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(Caller.code(response)).isEqualTo("VAL002");
    assertThat(fields(response)).containsOnly("limit");
  }

  @Test
  void aWrongHeaderIsNamed() {
    HttpResponse<String> response = caller.post("/v2/payments", Caller.CARD_PAYMENT, "a b");

    assertThat(Caller.code(response)).isEqualTo("VAL002");
    assertThat(fields(response)).containsExactly("Idempotency-Key");
  }

  @Test
  void unknownFieldsAreIgnored() {
    String body = "{\"email\": \"a@example.com\", \"colour\": \"blue\"}";

    HttpResponse<String> response = caller.post("/v2/customers", body);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(Caller.json(response).has("colour")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"name", "@example.com", "a@", "a b@example.com", "a@b@c", "a@b..c"})
  @DisplayName("F an email has the form of an address")
  void whatIsNoEmailIsRefused(String email) {
    HttpResponse<String> response = caller.post("/v2/customers", "{\"email\": \"" + email + "\"}");

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(Caller.code(response)).isEqualTo("VAL001");
    assertThat(response.body()).contains("\"field\":\"email\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"email\":", "{\"email\": \"a@b\", \"email\": \"c@d\"}", "{} {}"})
  void aBodyThatIsNotJsonIsRefused(String body) {
    HttpResponse<String> response = caller.post("/v2/customers", body);

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).contains("not valid JSON");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "null", "7"})
  void aBodyOfAnotherKindIsRefused(String body) {
    HttpResponse<String> response = caller.post("/v2/customers", body);

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(Caller.code(response)).isEqualTo("VAL001");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "multipart/form-data", "nonsense"})
  void anotherContentTypeIsRefused(String type) {
    HttpResponse<String> response =
        Caller.send(
            caller
                .request("/v2/customers")
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString("{\"email\": \"a@example.com\"}")));

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).contains("Content-Type");
  }

  private static List<String> fields(HttpResponse<String> response) {
    return Caller.json(response).at("/error/details").findValuesAsText("field");
  }
}
