package cloud.finfusion.sandbox.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.sandbox.Sandbox;
import cloud.finfusion.sandbox.Simulation;
import cloud.finfusion.sandbox.testing.Caller;
import cloud.finfusion.sandbox.testing.FakeClock;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A test can simulate disputes and card transactions. */
class SimulationTest {
  private final Sandbox sandbox = Sandbox.builder().clock(new FakeClock()).start();
  private final Caller caller = new Caller(sandbox);

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void aCustomerDisputesAPayment() {
    String payment = caller.create("/v2/payments", Caller.CARD_PAYMENT).path("id").asText();

    String id = sandbox.simulate().dispute(payment);

    JsonNode dispute = get("/v2/disputes/" + id);
    assertThat(dispute.path("payment_id").asText()).isEqualTo(payment);
    assertThat(dispute.at("/amount/value").asInt()).isEqualTo(1000);
    assertThat(dispute.path("status").asText()).isEqualTo("needs_response");
    assertThat(dispute.path("created_at").asText()).isEqualTo("2024-03-15T10:30:00Z");
    assertThat(caller.list("/v2/disputes", "id")).containsExactly(id);
    assertThat(get("/v2/payments/" + payment).path("status").asText()).isEqualTo("disputed");
    JsonNode event = get("/v2/events").at("/data/0");
    assertThat(event.path("type").asText()).isEqualTo("payment.disputed");
    assertThat(event.at("/data/object")).isEqualTo(get("/v2/payments/" + payment));
  }

  @Test
  void aCardIsPaidWith() {
    String card = card();
    caller.act("/v2/cards/" + card + "/activate");

    String id = sandbox.simulate().cardTransaction(card, 250, "EUR");

    JsonNode transaction = get("/v2/cards/" + card + "/transactions").at("/data/0");
    assertThat(transaction.path("id").asText()).isEqualTo(id).startsWith("ctx_");
    assertThat(transaction.path("card_id").asText()).isEqualTo(card);
    assertThat(transaction.path("amount")).hasToString("{\"value\":250,\"currency\":\"EUR\"}");
    JsonNode event = get("/v2/events").at("/data/0");
    assertThat(event.path("type").asText()).isEqualTo("card.transaction");
    assertThat(event.at("/data/object")).isEqualTo(transaction);
  }

  @Test
  void anImpossibleSimulationIsRefused() {
    caller.post("/v2/payments", Caller.payment(1, "4000000000000002"));
    String failed = caller.list("/v2/payments", "id").get(0);
    String inactive = card();
    Simulation simulation = sandbox.simulate();

    assertThatThrownBy(() -> simulation.dispute("pay_none"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Resource not found");
    assertThatThrownBy(() -> simulation.dispute(failed)).hasMessageContaining("and is failed");
    assertThatThrownBy(() -> simulation.cardTransaction(inactive, 1, "USD"))
        .hasMessageContaining("must be active, and is inactive");
    caller.act("/v2/cards/" + inactive + "/activate");
    assertThatThrownBy(() -> simulation.cardTransaction(inactive, 0, "USD"))
        .hasMessageContaining("must be at least 1");
    assertThat(caller.list("/v2/disputes", "id")).isEmpty();
  }

  @Test
  void aDisputeIsWonOnlyAfterAResponseAndEndsOnce() {
    String payment = caller.create("/v2/payments", Caller.CARD_PAYMENT).path("id").asText();
    Simulation simulation = sandbox.simulate();
    String dispute = simulation.dispute(payment);

    assertThatThrownBy(() -> simulation.winDispute(dispute))
        .hasMessageContaining("must be under_review, and is needs_response");
    simulation.respondToDispute(dispute);
    assertThatThrownBy(() -> simulation.respondToDispute(dispute))
        .hasMessageContaining("must be needs_response, and is under_review");
    simulation.winDispute(dispute);
    assertThatThrownBy(() -> simulation.loseDispute(dispute)).hasMessageContaining("and is won");

    assertThat(get("/v2/disputes/" + dispute).path("status").asText()).isEqualTo("won");
    assertThat(get("/v2/payments/" + payment).path("status").asText()).isEqualTo("succeeded");
    assertThat(simulation.dispute(payment)).isNotEqualTo(dispute);
  }

  private String card() {
    return caller
        .create("/v2/cards", "{\"account_id\": \"acct_1\", \"type\": \"virtual\"}")
        .path("id")
        .asText();
  }

  private JsonNode get(String path) {
    return Caller.json(caller.get(path));
  }
}
