package cloud.finfusion.sandbox.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cloud.finfusion.sandbox.Ledger;
import cloud.finfusion.sandbox.Sandbox;
import cloud.finfusion.sandbox.testing.Caller;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Payments are refunded wholly or in parts, and never by more than was paid. */
class RefundsTest {
  private final Sandbox sandbox = Sandbox.start();
  private final Caller caller = new Caller(sandbox);

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void aWholePaymentIsRefunded() {
    String id = pay();

    JsonNode refund = refund(id, "{\"reason\": \"broken\", \"metadata\": {\"a\": 1}}");

    assertThat(refund.path("id").asText()).startsWith("re_");
    assertThat(refund.path("payment_id").asText()).isEqualTo(id);
    assertThat(refund.at("/amount/value").asLong()).isEqualTo(1000);
    assertThat(refund.path("status").asText()).isEqualTo("succeeded");
    assertThat(refund.path("reason").asText()).isEqualTo("broken");
    assertThat(status(id)).isEqualTo("refunded");
    assertThat(Caller.json(caller.get("/v2/refunds/" + refund.path("id").asText())))
        .isEqualTo(refund);
    assertThat(caller.list("/v2/refunds?payment_id=" + id, "payment_id")).containsExactly(id);
  }

  @Test
  void partsAreRefundedUntilNothingIsLeft() {
    String id = pay();

    refund(id, amount(300));
    assertThat(status(id)).isEqualTo("partially_refunded");
    assertThat(payment(id).at("/amount_refunded/value").asLong()).isEqualTo(300);
    assertThat(refused(id, amount(701))).isEqualTo("must be at most 700");
    refund(id, "{}");

    assertThat(status(id)).isEqualTo("refunded");
    assertThat(payment(id).at("/amount_refunded/value").asLong()).isEqualTo(1000);
    assertThat(payment(id).at("/amount/value").asLong()).isEqualTo(1000);
    assertThat(refused(id, amount(1)))
        .isEqualTo("must be partially_refunded or succeeded, and is refunded");
    assertThat(sandbox.ledger().entries())
        .extracting(Ledger.Entry::kind, Ledger.Entry::amount)
        .containsExactly(
            tuple(Ledger.Kind.CHARGE, 1000L),
            tuple(Ledger.Kind.REFUND, 300L),
            tuple(Ledger.Kind.REFUND, 700L));
    assertThat(sandbox.ledger().charges()).hasSize(1);
  }

  @Test
  void oneKeyRefundsOnce() {
    String id = pay();

    String first = caller.post(path(id), amount(300), "refund-1").body();
    String second = caller.post(path(id), amount(300), "refund-1").body();

    assertThat(second).isEqualTo(first);
    assertThat(payment(id).at("/amount_refunded/value").asLong()).isEqualTo(300);
  }

  @Test
  void concurrentRefundsReturnNoMoreThanWasPaid() {
    String id = pay();

    List<Integer> statuses =
        Stream.iterate(0, i -> i + 1)
            .limit(20)
            .map(i -> caller.postAsync(path(id), amount(100), "refund-" + i))
            .toList()
            .stream()
            .map(response -> response.join().statusCode())
            .toList();

    assertThat(statuses).filteredOn(status -> status == 200).hasSize(10);
    assertThat(statuses).filteredOn(status -> status == 400).hasSize(10);
    assertThat(status(id)).isEqualTo("refunded");
  }

  @Test
  void aFailedPaymentIsNotRefunded() {
    caller.post("/v2/payments", Caller.payment(1000, "4000000000000002"));
    String failed = caller.list("/v2/payments", "id").get(0);

    assertThat(refused(failed, "{}")).endsWith("and is failed");
    assertThat(caller.post("/v2/payments/pay_1/refunds", "{}").statusCode()).isEqualTo(404);
  }

  private String pay() {
    JsonNode payment = caller.create("/v2/payments", Caller.CARD_PAYMENT);
    return payment.at("/id").asText();
  }

  private JsonNode refund(String paymentId, String body) {
    return caller.create(path(paymentId), body);
  }

  private String refused(String paymentId, String body) {
    HttpResponse<String> response = caller.post(path(paymentId), body);
    assertThat(response.statusCode()).isEqualTo(400);
    return Caller.json(response).at("/error/details/0/message").asText();
  }

  private JsonNode payment(String id) {
    return Caller.json(caller.get("/v2/payments/" + id));
  }

  private String status(String id) {
    return payment(id).path("status").asText();
  }

  private static String path(String paymentId) {
    return "/v2/payments/" + paymentId + "/refunds";
  }

  private static String amount(long value) {
    return "{\"amount\": {\"value\": %d, \"currency\": \"USD\"}}".formatted(value);
  }
}
