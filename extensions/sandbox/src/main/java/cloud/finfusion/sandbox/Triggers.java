package cloud.finfusion.sandbox;

import cloud.finfusion.sandbox.internal.execution.OwnCalls;
import cloud.finfusion.sandbox.internal.http.Json;
import cloud.finfusion.sandbox.internal.server.EventTrigger;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Triggers each event that {@link Simulation} publishes, by its type. */
final class Triggers implements EventTrigger {
  private static final long AMOUNT = 1_000;
  private static final String CURRENCY = "USD";

  private final Simulation simulation;
  private final OwnCalls calls;
  private final InstantSource clock;

  Triggers(Simulation simulation, OwnCalls calls, InstantSource clock) {
    this.simulation = simulation;
    this.calls = calls;
    this.clock = clock;
  }

  @Override
  public String trigger(String type, @Nullable String resourceId) {
    return switch (type) {
      case "payment.disputed" -> simulation.dispute(resourceId == null ? newPayment() : resourceId);
      case "card.transaction" ->
          simulation.cardTransaction(resourceId == null ? newCard() : resourceId, AMOUNT, CURRENCY);
      default ->
          throw new IllegalArgumentException(
              "The event to trigger is payment.disputed or card.transaction.");
    };
  }

  private String newPayment() {
    ObjectNode payment = Json.object();
    payment.putObject("amount").put("value", AMOUNT).put("currency", CURRENCY);
    payment
        .putObject("payment_method")
        .put("type", "card")
        .putObject("card")
        .put("number", TestCards.VISA)
        .put("exp_month", 12)
        .put("exp_year", clock.instant().atZone(ZoneOffset.UTC).getYear() + 1)
        .put("cvc", "123");
    return idOf("/v2/payments", payment);
  }

  private String newCard() {
    ObjectNode fields = Json.object().put("account_id", "acct_1").put("type", "virtual");
    String card = idOf("/v2/cards", fields);
    return idOf("/v2/cards/" + card + "/activate", Json.object());
  }

  private String idOf(String path, ObjectNode fields) {
    return calls.post(path, fields).path("id").asText();
  }
}
