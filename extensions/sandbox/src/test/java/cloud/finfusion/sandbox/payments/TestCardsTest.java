package cloud.finfusion.sandbox.payments;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.sandbox.Ledger;
import cloud.finfusion.sandbox.Sandbox;
import cloud.finfusion.sandbox.TestCards;
import cloud.finfusion.sandbox.VirtualClock;
import cloud.finfusion.sandbox.testing.Caller;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Test cards decide what becomes of a payment, at once or later on the clock. */
class TestCardsTest {
  private static final Instant START = Instant.parse("2024-03-15T10:30:00Z");

  private final VirtualClock clock = VirtualClock.at(START);
  private final Sandbox sandbox = Sandbox.builder().clock(clock).start();
  private final Caller caller = new Caller(sandbox);

  @AfterEach
  void close() {
    sandbox.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        TestCards.VISA,
        TestCards.VISA_TO_TOKENIZE,
        TestCards.MASTERCARD,
        TestCards.AMERICAN_EXPRESS
      })
  void aCardOfEachBrandSucceeds(String number) {
    assertThat(caller.create("/v2/payments", Caller.payment(1051, number)).path("status").asText())
        .isEqualTo("succeeded");
    assertThat(sandbox.ledger().charges()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        TestCards.DECLINED + "           | PAY001 | -                       | -",
        TestCards.INSUFFICIENT_FUNDS + " | PAY002 | -                       | -",
        TestCards.LOST + "               | PAY001 | payment_method.card     | lost",
        TestCards.STOLEN + "             | PAY001 | payment_method.card     | stolen",
        TestCards.EXPIRED + "            | PAY001 | payment_method.card     | expired",
        TestCards.INCORRECT_CVC + "      | PAY001 | payment_method.card.cvc | not the code",
        TestCards.PROCESSING_ERROR + "   | PAY001 | payment_method.card     | processed"
      })
  void aDeclineHasItsCodeAndReason(String number, String code, String field, String reason) {
    HttpResponse<String> response = caller.post("/v2/payments", Caller.payment(1000, number));

    assertThat(response.statusCode()).isEqualTo(402);
    assertThat(Caller.code(response)).isEqualTo(code);
    JsonNode details = Caller.json(response).at("/error/details");
    if (reason == null) {
      assertThat(details.isMissingNode()).isTrue();
    } else {
      assertThat(details.at("/0/field").asText()).isEqualTo(field);
      assertThat(details.at("/0/message").asText()).contains(reason);
    }
    assertThat(sandbox.ledger().size()).isZero();
    assertThat(caller.list("/v2/payments", "status")).containsExactly("failed");
    assertThat(caller.list("/v2/events", "type")).containsExactly("payment.failed");
  }

  @ParameterizedTest
  @CsvSource({
    "100, 200, ''", "5, 402, PAY001", "1005, 402, PAY001", "2041, 402, PAY001", "43, 402, PAY001",
    "1051, 402, PAY002", "54, 402, PAY001", "82, 402, PAY001", "96, 402, PAY001", "1050, 200, ''"
  })
  void theAmountDecidesOfOneCard(long amount, int status, String code) {
    HttpResponse<String> response =
        caller.post("/v2/payments", Caller.payment(amount, TestCards.BY_AMOUNT));

    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(Caller.code(response)).isEqualTo(code);
  }

  @Test
  void aSlowPaymentSucceedsWhenItsTimeHasPassed() {
    JsonNode payment = pay(TestCards.SLOW, "");
    String id = payment.path("id").asText();
    assertThat(payment.path("status").asText()).isEqualTo("processing");

    clock.advance(Duration.ofSeconds(29));
    assertThat(status(id)).isEqualTo("processing");
    assertThat(sandbox.ledger().size()).isZero();
    assertThat(caller.list("/v2/events", "id")).isEmpty();
    clock.advance(Duration.ofSeconds(1));

    assertThat(sandbox.ledger().withKey("order-1")).hasSize(1);
    assertThat(status(id)).isEqualTo("succeeded");
    assertThat(caller.list("/v2/events", "type")).containsExactly("payment.succeeded");
    assertThat(caller.list("/v2/payments?idempotency_key=order-1", "id")).containsExactly(id);
  }

  @Test
  void aSlowPaymentCanBeDeclined() {
    String id = pay(TestCards.SLOW_DECLINED, "").path("id").asText();

    clock.advance(Duration.ofMinutes(1));

    assertThat(status(id)).isEqualTo("failed");
    assertThat(sandbox.ledger().size()).isZero();
    assertThat(caller.list("/v2/events", "type")).containsExactly("payment.failed");
  }

  @Test
  void aSlowPaymentCanBeAuthorisedOnly() {
    String id = pay(TestCards.SLOW, "\"capture_method\": \"manual\", ").path("id").asText();

    clock.advance(Duration.ofMinutes(1));

    assertThat(status(id)).isEqualTo("requires_capture");
    assertThat(sandbox.ledger().size()).isZero();
  }

  @Test
  void aDisputeComesAnHourAfterTheCharge() {
    String id = pay(TestCards.DISPUTED, "").path("id").asText();

    clock.advance(Duration.ofHours(1).minusNanos(1));
    assertThat(status(id)).isEqualTo("succeeded");
    clock.advance(Duration.ofDays(1));

    assertThat(status(id)).isEqualTo("disputed");
    JsonNode dispute = Caller.json(caller.get("/v2/disputes")).at("/data/0");
    assertThat(dispute.path("payment_id").asText()).isEqualTo(id);
    assertThat(dispute.path("created_at").asText()).isEqualTo("2024-03-15T11:30:00Z");
    assertThat(caller.list("/v2/events", "type"))
        .containsExactly("payment.disputed", "payment.succeeded");
  }

  @ParameterizedTest
  @CsvSource({
    TestCards.DISPUTE_WON + ", won, succeeded",
    TestCards.DISPUTE_LOST + ", lost, disputed"
  })
  void aDisputeIsReviewedAndDecided(String number, String end, String paymentAfter) {
    String id = pay(number, "").path("id").asText();
    clock.advance(Duration.ofHours(1));
    assertThat(caller.list("/v2/disputes", "status")).containsExactly("needs_response");
    assertThat(status(id)).isEqualTo("disputed");

    clock.advance(Duration.ofDays(1));
    assertThat(caller.list("/v2/disputes", "status")).containsExactly("under_review");
    clock.advance(Duration.ofDays(7).minusNanos(1));
    assertThat(caller.list("/v2/disputes", "status")).containsExactly("under_review");
    assertThat(status(id)).isEqualTo("disputed");
    clock.advance(Duration.ofNanos(1));

    assertThat(caller.list("/v2/disputes", "status")).containsExactly(end);
    assertThat(status(id)).isEqualTo(paymentAfter);
    assertThat(caller.list("/v2/events", "type"))
        .containsExactly("payment.disputed", "payment.succeeded");
  }

  @Test
  void aDisputeThatATestHasDecidedStaysSo() {
    String id = pay(TestCards.DISPUTE_WON, "").path("id").asText();
    clock.advance(Duration.ofHours(1));

    sandbox.simulate().loseDispute(caller.list("/v2/disputes", "id").get(0));
    clock.advance(Duration.ofDays(30));

    assertThat(caller.list("/v2/disputes", "status")).containsExactly("lost");
    assertThat(status(id)).isEqualTo("disputed");
  }

  @ParameterizedTest
  @CsvSource({
    TestCards.REFUND_PENDING + ", succeeded, partially_refunded, 300, 1",
    TestCards.REFUND_FAILS + ", failed, succeeded, 0, 0"
  })
  void aRefundIsPendingAndThenDecided(
      String number, String end, String paymentAfter, long refunded, int entries) {
    String id = pay(number, "").path("id").asText();
    caller.create("/v2/payments/" + id + "/refunds", amount(300));
    clock.advance(Duration.ofHours(1).minusNanos(1));
    assertThat(caller.list("/v2/refunds", "status")).containsExactly("pending");
    assertThat(status(id)).isEqualTo("succeeded");
    assertThat(caller.list("/v2/events?type=payment.refunded", "id")).isEmpty();

    clock.advance(Duration.ofNanos(1));

    assertThat(caller.list("/v2/refunds", "status")).containsExactly(end);
    assertThat(status(id)).isEqualTo(paymentAfter);
    JsonNode payment = Caller.json(caller.get("/v2/payments/" + id));
    assertThat(payment.at("/amount_refunded/value").asLong()).isEqualTo(refunded);
    assertThat(caller.list("/v2/events?type=payment.refunded", "id")).hasSize(entries);
    assertThat(sandbox.ledger().count(Ledger.Kind.REFUND)).isEqualTo(entries);
  }

  @Test
  void whatIsPendingIsNotRefundedAgainUnlessItFails() {
    String id = pay(TestCards.REFUND_FAILS, "").path("id").asText();
    String refunds = "/v2/payments/" + id + "/refunds";
    caller.create(refunds, amount(300));
    caller.create(refunds, amount(400));

    assertThat(caller.post(refunds, amount(301)).statusCode()).isEqualTo(400);
    clock.advance(Duration.ofHours(1));
    assertThat(caller.post(refunds, amount(1000)).statusCode()).isEqualTo(200);
  }

  @Test
  void whenAllIsBeingRefundedNothingIsLeftToRefund() {
    String id = pay(TestCards.REFUND_PENDING, "").path("id").asText();
    caller.create("/v2/payments/" + id + "/refunds", "{}");

    HttpResponse<String> second = caller.post("/v2/payments/" + id + "/refunds", "{}");
    clock.advance(Duration.ofHours(1));

    assertThat(second.statusCode()).isEqualTo(400);
    assertThat(Caller.code(second)).isEqualTo("VAL001");
    assertThat(sandbox.ledger().count(Ledger.Kind.REFUND)).isEqualTo(1);
  }

  @Test
  void aDisputeThatIsWonAfterARefundLeavesThePaymentRefunded() {
    String id = pay(TestCards.REFUND_PENDING, "").path("id").asText();
    caller.create("/v2/payments/" + id + "/refunds", "{}");
    String dispute = sandbox.simulate().dispute(id);
    clock.advance(Duration.ofHours(1));
    assertThat(status(id)).isEqualTo("disputed");

    sandbox.simulate().respondToDispute(dispute);
    sandbox.simulate().winDispute(dispute);

    assertThat(status(id)).isEqualTo("refunded");
  }

  @Test
  void theHourCountsFromTheCapture() {
    String manual = "\"capture_method\": \"manual\", ";
    String id = pay(TestCards.DISPUTED, manual).path("id").asText();
    clock.advance(Duration.ofDays(2));
    assertThat(status(id)).isEqualTo("requires_capture");

    caller.post("/v2/payments/" + id + "/capture", "{}");
    clock.advance(Duration.ofMinutes(59));
    assertThat(status(id)).isEqualTo("succeeded");
    clock.advance(Duration.ofMinutes(1));

    assertThat(status(id)).isEqualTo("disputed");
  }

  @Test
  void aRefundedPaymentIsNotDisputed() {
    String id = pay(TestCards.DISPUTED, "").path("id").asText();
    caller.post("/v2/payments/" + id + "/refunds", "{}");

    clock.advance(Duration.ofHours(2));

    assertThat(status(id)).isEqualTo("refunded");
    assertThat(caller.list("/v2/disputes", "id")).isEmpty();
  }

  private static String amount(long value) {
    return "{\"amount\": {\"value\": %d, \"currency\": \"USD\"}}".formatted(value);
  }

  private JsonNode pay(String number, String moreFields) {
    String body = Caller.payment(1000, number).replaceFirst("\\{", "{" + moreFields);
    return Caller.json(caller.post("/v2/payments", body, "order-1"));
  }

  private String status(String id) {
    return Caller.json(caller.get("/v2/payments/" + id)).path("status").asText();
  }
}
