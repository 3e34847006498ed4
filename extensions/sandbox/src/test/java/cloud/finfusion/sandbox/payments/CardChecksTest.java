package cloud.finfusion.sandbox.payments;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.sandbox.Sandbox;
import cloud.finfusion.sandbox.testing.Caller;
import cloud.finfusion.sandbox.testing.FakeClock;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A card that no bank would take is refused, with an error that names the wrong field. */
class CardChecksTest {
  private static final String NUMBER = "4242424242424242";
  private static final String AMEX = "378282246310005";

  private final FakeClock clock = new FakeClock();
  private final Sandbox sandbox = Sandbox.builder().clock(clock).start();
  private final Caller caller = new Caller(sandbox);

  @AfterEach
  void close() {
    sandbox.close();
  }

  @ParameterizedTest
  @CsvSource({
    "4242424242424241, 12, 2034, 123, number",
    "4242424242424224, 12, 2034, 123, number",
    "4111111111111111, 2, 2024, 123, exp_month",
    "4111111111111111, 12, 2023, 123, exp_year",
    "4242424242424242, 2, 2024, 123, exp_month",
    "4242424242424242, 12, 2034, 1234, cvc",
    "378282246310005, 12, 2034, 123, cvc",
    "5555555555554444, 12, 2034, 1234, cvc"
  })
  void aWrongCardIsRefusedAndItsFieldNamed(
      String number, int month, int year, String cvc, String field) {
    HttpResponse<String> response = pay(card(number, month, year, cvc));

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(Caller.code(response)).isEqualTo("VAL001");
    assertThat(fields(response)).containsExactly("payment_method.card." + field);
    assertThat(response.body()).doesNotContain(number);
    assertThat(caller.list("/v2/payments", "id")).isEmpty();
  }

  @Test
  void allWrongFieldsAreNamedAtOnce() {
    assertThat(fields(pay(card("4242424242424241", 1, 1999, "1234"))))
        .containsExactly(
            "payment_method.card.number",
            "payment_method.card.exp_year",
            "payment_method.card.cvc");
  }

  @ParameterizedTest
  @CsvSource({NUMBER + ", 123", AMEX + ", 1234", "6011111111111117, 123"})
  void aRightCardIsTaken(String number, String cvc) {
    assertThat(pay(card(number, 3, 2024, cvc)).statusCode()).isEqualTo(200);
  }

  @Test
  void aCardWithoutASecurityCodeIsTaken() {
    String card = card(NUMBER, 12, 2034, "123").replace(", \"cvc\": \"123\"", "");

    assertThat(pay(card).statusCode()).isEqualTo(200);
  }

  @Test
  void aCardIsGoodUntilTheEndOfItsMonth() {
    String card = card("4111111111111111", 3, 2024, "123");
    Instant end = Instant.parse("2024-04-01T00:00:00Z");

    clock.advance(Duration.between(clock.instant(), end).minusMillis(1));
    assertThat(pay(card).statusCode()).isEqualTo(200);
    clock.advance(Duration.ofMillis(1));

    assertThat(fields(pay(card))).containsExactly("payment_method.card.exp_month");
  }

  @Test
  void theCardOfTheDocumentationsSampleIsGoodForEver() {
    clock.advance(Duration.ofDays(3_650));

    assertThat(pay(card(NUMBER, 12, 2024, "123")).statusCode()).isEqualTo(200);
    assertThat(pay(card(NUMBER, 11, 2024, "123")).statusCode()).isEqualTo(400);
    assertThat(pay(card("4111111111111111", 12, 2024, "123")).statusCode()).isEqualTo(400);
  }

  @Test
  void aCardToTokenizeIsCheckedToo() {
    String right = "{\"token_type\": \"NETWORK_TOKEN\", \"card\": " + card(NUMBER, 12, 2034, "123");

    assertThat(caller.post("/v2/payments/tokenize", right + "}").statusCode()).isEqualTo(200);
    HttpResponse<String> wrong =
        caller.post("/v2/payments/tokenize", right.replace(NUMBER, "4242424242424241") + "}");

    assertThat(Caller.code(wrong)).isEqualTo("VAL001");
    assertThat(fields(wrong)).containsExactly("card.number");
  }

  @Test
  void aWrongCardInABatchIsTheErrorOfItsItem() {
    String wrong = Caller.payment(1, "4242424242424241");

    JsonNode results =
        caller.create("/v2/payments/batch", batch(Caller.CARD_PAYMENT, wrong)).path("results");

    assertThat(results.findValuesAsText("status")).contains("400");
    assertThat(results.at("/1/error/details/0/field").asText())
        .isEqualTo("payment_method.card.number");
  }

  @Test
  void aCorrectedCardMayUseTheKeyAgain() {
    String wrong = Caller.payment(1000, "4242424242424241");

    assertThat(caller.post("/v2/payments", wrong, "order-1").statusCode()).isEqualTo(400);
    assertThat(caller.post("/v2/payments", Caller.CARD_PAYMENT, "order-1").statusCode())
        .isEqualTo(200);
  }

  @Test
  void metadataMayLookLikeACard() {
    String body =
        Caller.CARD_PAYMENT.replace(
            "\"order_id\"", "\"card\": {\"number\": \"1234\"}, \"order_id\"");

    assertThat(caller.post("/v2/payments", body).statusCode()).isEqualTo(200);
  }

  private HttpResponse<String> pay(String card) {
    return caller.post(
        "/v2/payments",
        """
        {"amount": {"value": 1000, "currency": "USD"},
         "payment_method": {"type": "card", "card": %s}}"""
            .formatted(card));
  }

  private static String card(String number, int month, int year, String cvc) {
    return """
        {"number": "%s", "exp_month": %d, "exp_year": %d, "cvc": "%s"}"""
        .formatted(number, month, year, cvc);
  }

  private static String batch(String... payments) {
    return "{\"items\": [" + String.join(", ", payments) + "]}";
  }

  private static List<String> fields(HttpResponse<String> response) {
    return Caller.json(response).at("/error/details").findValuesAsText("field");
  }
}
