package cloud.finfusion.sandbox.resources;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.sandbox.Sandbox;
import cloud.finfusion.sandbox.testing.Caller;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Lists are filtered by path and query parameters, and by idempotency key. */
class FiltersTest {
  private final Sandbox sandbox = Sandbox.start();
  private final Caller caller = new Caller(sandbox);

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void aQueryParameterFiltersByTheFieldOfItsName() {
    String first = card("acct_1");
    card("acct_2");
    String third = card("acct_1");

    assertThat(caller.list("/v2/cards?account_id=acct_1", "id")).containsExactly(third, first);
    assertThat(caller.list("/v2/cards?account_id=acct_3", "id")).isEmpty();
    assertThat(caller.list("/v2/cards", "id")).hasSize(3);
  }

  @Test
  void pagesAreOfWhatIsWanted() {
    String first = card("acct_1");
    card("acct_2");
    String third = card("acct_1");
    card("acct_2");

    JsonNode page = Caller.json(caller.get("/v2/cards?account_id=acct_1&limit=1"));
    assertThat(page.at("/data/0/id").asText()).isEqualTo(third);
    assertThat(page.path("has_more").asBoolean()).isTrue();
    JsonNode last =
        Caller.json(
            caller.get(
                "/v2/cards?account_id=acct_1&limit=1&cursor=" + page.path("next_cursor").asText()));
    assertThat(last.at("/data/0/id").asText()).isEqualTo(first);
    assertThat(last.path("has_more").asBoolean()).isFalse();
  }

  @Test
  void aListBelowAnIdNeedsItsParent() {
    HttpResponse<String> none = caller.get("/v2/cards/card_1/transactions");
    assertThat(none.statusCode()).isEqualTo(404);

    HttpResponse<String> empty = caller.get("/v2/cards/" + card("acct_1") + "/transactions");
    assertThat(empty.statusCode()).isEqualTo(200);
    assertThat(Caller.json(empty).path("data")).isEmpty();
  }

  @Test
  void aPaymentIsFoundByTheKeyItWasCreatedWith() {
    JsonNode payment = Caller.json(caller.post("/v2/payments", Caller.CARD_PAYMENT, "order-1"));
    caller.post("/v2/payments", Caller.CARD_PAYMENT, "order-2");
    caller.post("/v2/payments", Caller.CARD_PAYMENT);

    assertThat(Caller.json(caller.get("/v2/payments?idempotency_key=order-1")).path("data"))
        .containsExactly(payment);
    assertThat(payment.has("idempotency_key")).isFalse();
    assertThat(caller.list("/v2/payments?idempotency_key=order-3", "id")).isEmpty();
    assertThat(caller.list("/v2/payments?idempotency_key=order-1&status=failed", "id")).isEmpty();
  }

  private String card(String account) {
    String body = "{\"account_id\": \"" + account + "\", \"type\": \"virtual\"}";
    return caller.create("/v2/cards", body).path("id").asText();
  }
}
