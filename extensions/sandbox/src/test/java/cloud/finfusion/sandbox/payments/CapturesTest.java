package cloud.finfusion.sandbox.payments;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.sandbox.Ledger;
import cloud.finfusion.sandbox.Sandbox;
import cloud.finfusion.sandbox.testing.Caller;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An authorised payment is charged at its capture, and not once it is canceled. */
class CapturesTest {
  private final Sandbox sandbox = Sandbox.start();
  private final Caller caller = new Caller(sandbox);

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void anAuthorisedPaymentIsChargedWhenItIsCaptured() {
    JsonNode payment = authorise();
    assertThat(payment.path("status").asText()).isEqualTo("requires_capture");
    assertThat(sandbox.ledger().charges()).isEmpty();

    JsonNode captured = Caller.json(caller.post(path(payment, "capture"), "{}", "capture-1"));

    assertThat(captured.path("status").asText()).isEqualTo("succeeded");
    assertThat(captured.at("/amount/value").asLong()).isEqualTo(1000);
    assertThat(sandbox.ledger().entries())
        .containsExactly(
            new Ledger.Entry(
                Ledger.Kind.CHARGE,
                "payments.capture",
                payment.path("id").asText(),
                1000,
                "USD",
                "capture-1"));
  }

  @Test
  void aPartIsCaptured() {
    JsonNode payment = authorise();

    JsonNode captured = Caller.json(caller.post(path(payment, "capture"), amount(600, "USD")));

    assertThat(captured.at("/amount/value").asLong()).isEqualTo(600);
    assertThat(sandbox.ledger().charges()).extracting(Ledger.Entry::amount).containsExactly(600L);
  }

  @Test
  void noMoreAndNothingElseThanWasAuthorisedIsCaptured() {
    String path = path(authorise(), "capture");

    for (String body : List.of(amount(1001, "USD"), amount(0, "USD"), amount(1, "EUR"))) {
      HttpResponse<String> response = caller.post(path, body);
      assertThat(response.statusCode()).as(body).isEqualTo(400);
      assertThat(Caller.code(response)).isEqualTo("VAL001");
      assertThat(Caller.json(response).at("/error/details/0/field").asText()).contains("amount.");
    }
    assertThat(sandbox.ledger().entries()).isEmpty();
  }

  @Test
  void aSecondCaptureIsRefusedAndTheErrorIsNoConflict() {
    JsonNode payment = authorise();
    caller.post(path(payment, "capture"), "{}");

    HttpResponse<String> again = caller.post(path(payment, "capture"), "{}", "again");

    assertThat(again.statusCode()).isEqualTo(400);
    assertThat(Caller.code(again)).isEqualTo("VAL001");
    assertThat(Caller.json(again).at("/error/details/0/message").asText())
        .isEqualTo("must be requires_capture, and is succeeded");
    assertThat(sandbox.ledger().charges()).hasSize(1);
  }

  @Test
  void aPaymentIsCanceledBeforeItsCaptureOnly() {
    JsonNode canceled = authorise();
    JsonNode captured = authorise();
    caller.post(path(captured, "capture"), "{}");

    assertThat(Caller.json(caller.act(path(canceled, "cancel"))).path("status").asText())
        .isEqualTo("canceled");
    assertThat(caller.act(path(captured, "cancel")).statusCode()).isEqualTo(400);
    assertThat(caller.post(path(canceled, "capture"), "{}").statusCode()).isEqualTo(400);
    assertThat(caller.act("/v2/payments/pay_1/cancel").statusCode()).isEqualTo(404);
    assertThat(sandbox.ledger().charges()).hasSize(1);
  }

  private JsonNode authorise() {
    String manual = Caller.CARD_PAYMENT.replaceFirst("\\{", "{\"capture_method\": \"manual\", ");
    return caller.create("/v2/payments", manual);
  }

  private static String path(JsonNode payment, String action) {
    return "/v2/payments/" + payment.path("id").asText() + "/" + action;
  }

  private static String amount(long value, String currency) {
    return "{\"amount\": {\"value\": %d, \"currency\": \"%s\"}}".formatted(value, currency);
  }
}
