package cloud.finfusion.sandbox.payments;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.sandbox.Ledger;
import cloud.finfusion.sandbox.Sandbox;
import cloud.finfusion.sandbox.testing.Caller;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Payments are charged at once, or declined. */
class PaymentsTest {
  private final Sandbox sandbox = Sandbox.start();
  private final Caller caller = new Caller(sandbox);

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void aCardIsChargedOnceAndTheLedgerSaysSo() {
    JsonNode payment = Caller.json(caller.post("/v2/payments", Caller.CARD_PAYMENT, "order-1"));
    String id = payment.path("id").asText();

    assertThat(payment.path("status").asText()).isEqualTo("succeeded");
    assertThat(payment.at("/payment_method/id").asText()).startsWith("pm_");
    assertThat(payment.at("/payment_method/card/last4").asText()).isEqualTo("4242");
    assertThat(payment.at("/payment_method/card/exp_year").asInt()).isEqualTo(2034);
    assertThat(payment.at("/metadata/order_id").asText()).isEqualTo("order_123");
    assertThat(sandbox.ledger().entries())
        .containsExactly(
            new Ledger.Entry(Ledger.Kind.CHARGE, "payments.create", id, 1000, "USD", "order-1"));
    assertThat(sandbox.ledger().withKey("order-1")).hasSize(1);
    assertThat(Caller.json(caller.get("/v2/payments/" + id))).isEqualTo(payment);
  }

  @ParameterizedTest
  @CsvSource({
    "4111111111111111, visa",
    "5555555555554444, mastercard",
    "378282246310005, amex",
    "341111111111111, amex",
    "6011111111111117, unknown"
  })
  void theCardsBrandFollowsFromItsNumber(String number, String brand) {
    JsonNode payment = Caller.json(caller.post("/v2/payments", Caller.payment(1, number)));

    assertThat(payment.at("/payment_method/card/brand").asText()).isEqualTo(brand);
  }

  @Test
  void aBankAccountIsChargedToo() {
    JsonNode payment =
        Caller.json(
            caller.post(
                "/v2/payments",
                """
                {"amount": {"value": 5, "currency": "EUR"},
                 "payment_method": {"type": "bank_account", "account_id": "acct_1"}}"""));

    assertThat(payment.at("/payment_method/account_id").asText()).isEqualTo("acct_1");
    assertThat(payment.at("/payment_method").has("card")).isFalse();
    assertThat(sandbox.ledger().entries().get(0).currency()).isEqualTo("EUR");
  }

  @Test
  void aDeclinedCardIsNotCharged() {
    HttpResponse<String> response =
        caller.post("/v2/payments", Caller.payment(1000, "4000000000000002"));

    assertThat(response.statusCode()).isEqualTo(402);
    assertThat(Caller.code(response)).isEqualTo("PAY001");
    assertThat(sandbox.ledger().size()).isZero();
    assertThat(Caller.json(caller.get("/v2/payments")).path("data").findValuesAsText("status"))
        .containsExactly("failed");
  }
}
