package cloud.finfusion.sandbox.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.sandbox.Sandbox;
import cloud.finfusion.sandbox.internal.spec.Spec;
import cloud.finfusion.sandbox.testing.Caller;
import cloud.finfusion.sandbox.testing.FakeClock;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Operations publish the events that the specification names. */
class EventsTest {
  private final Sandbox sandbox = Sandbox.builder().clock(new FakeClock()).start();
  private final Caller caller = new Caller(sandbox);

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void anEventHasItsTypeAndHoldsTheResource() {
    JsonNode payment = caller.create("/v2/payments", Caller.CARD_PAYMENT);

    JsonNode event = Caller.json(caller.get("/v2/events")).at("/data/0");

    assertThat(event.path("id").asText()).matches("evt_[0-9a-z]{16}");
    assertThat(event.path("type").asText()).isEqualTo("payment.succeeded");
    assertThat(event.path("created").asLong()).isEqualTo(1_710_498_600);
    assertThat(event.at("/data/object")).isEqualTo(payment);
    assertThat(Caller.json(caller.get("/v2/events/" + event.path("id").asText()))).isEqualTo(event);
  }

  @Test
  void anEventHoldsTheResourceAsItWasThen() {
    String id = caller.create("/v2/payments", Caller.CARD_PAYMENT).path("id").asText();
    caller.post("/v2/payments/" + id + "/refunds", "{}");

    assertThat(types()).containsExactly("payment.refunded", "payment.succeeded");
    JsonNode events = Caller.json(caller.get("/v2/events")).path("data");
    assertThat(events.at("/0/data/object/status").asText()).isEqualTo("refunded");
    assertThat(events.at("/1/data/object/status").asText()).isEqualTo("succeeded");
  }

  @Test
  void aPaymentSucceedsWhenItIsCaptured() {
    String manual = Caller.CARD_PAYMENT.replaceFirst("\\{", "{\"capture_method\": \"manual\", ");
    String id = caller.create("/v2/payments", manual).path("id").asText();
    assertThat(types()).isEmpty();

    caller.post("/v2/payments/" + id + "/capture", "{}");

    assertThat(types()).containsExactly("payment.succeeded");
  }

  @Test
  void aDeclinedPaymentFails() {
    caller.post("/v2/payments", Caller.payment(1, "4000000000000002"));

    assertThat(types()).containsExactly("payment.failed");
  }

  @Test
  void accountsAndTransfersHaveEvents() {
    String first = account();
    String second = account();
    caller.send("PATCH", "/v2/accounts/" + first, "{\"name\": \"Savings\"}");
    transfer(first, second, 1);
    transfer(first, second, 2_000_000);

    assertThat(types())
        .containsExactly(
            "transfer.failed",
            "transfer.succeeded",
            "account.updated",
            "account.created",
            "account.created");
    assertThat(caller.list("/v2/events?type=account.created", "type")).hasSize(2);
  }

  @Test
  void anActionPublishesTheEventOfItsName() {
    String card = card();
    caller.act("/v2/cards/" + card + "/activate");
    caller.act("/v2/cards/" + card + "/block");

    assertThat(types()).containsExactly("card.blocked", "card.activated", "card.created");
  }

  @Test
  void everyEventTypeOfTheSpecificationIsPublished() {
    String payment = caller.create("/v2/payments", Caller.CARD_PAYMENT).path("id").asText();
    caller.post(
        "/v2/payments/" + payment + "/refunds",
        "{\"amount\": {\"value\": 1, \"currency\": \"USD\"}}");
    sandbox.simulate().dispute(payment);
    caller.post("/v2/payments", Caller.payment(1, "4000000000000002"));
    String account = account();
    caller.send("PATCH", "/v2/accounts/" + account, "{\"name\": \"Savings\"}");
    String other = account();
    transfer(account, other, 1);
    transfer(account, other, 2_000_000);
    String card = card();
    caller.act("/v2/cards/" + card + "/activate");
    sandbox.simulate().cardTransaction(card, 250, "USD");
    caller.act("/v2/cards/" + card + "/block");

    Set<String> known = Spec.bundled().resourceSchema("event").discriminatorValues();
    assertThat(known).hasSize(12);
    assertThat(types()).containsAll(known);
  }

  @Test
  void operationsWithoutAnEventInTheSpecificationPublishNone() {
    HttpResponse<String> created = caller.post("/v2/customers", "{\"email\": \"a@example.com\"}");
    caller.send("DELETE", "/v2/customers/" + Caller.json(created).path("id").asText(), "");

    assertThat(types()).isEmpty();
  }

  private List<String> types() {
    return caller.list("/v2/events", "type");
  }

  private String card() {
    return caller
        .create("/v2/cards", "{\"account_id\": \"acct_1\", \"type\": \"virtual\"}")
        .path("id")
        .asText();
  }

  private String account() {
    String body = "{\"customer_id\": \"cust_1\", \"currency\": \"USD\"}";
    return caller.create("/v2/accounts", body).path("id").asText();
  }

  private void transfer(String source, String destination, long value) {
    caller.post(
        "/v2/transfers",
        """
        {"source_account_id": "%s", "destination_account_id": "%s",
         "amount": {"value": %d, "currency": "USD"}}"""
            .formatted(source, destination, value));
  }
}
