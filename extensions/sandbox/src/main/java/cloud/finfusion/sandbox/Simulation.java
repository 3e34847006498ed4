package cloud.finfusion.sandbox;

import cloud.finfusion.sandbox.internal.execution.Execution;
import cloud.finfusion.sandbox.internal.http.ApiError;
import cloud.finfusion.sandbox.internal.http.Json;
import cloud.finfusion.sandbox.internal.money.Disputes;
import cloud.finfusion.sandbox.internal.money.Money;
import cloud.finfusion.sandbox.internal.store.SandboxContext;
import cloud.finfusion.sandbox.internal.webhooks.Events;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Simulates what happens without an operation of the API: a customer disputes a payment, a merchant
 * charges a card. When a method returns, the resource exists and its event is published.
 * Thread-safe.
 */
public final class Simulation {
  private static final String CARD = "card";

  private final SandboxContext context;
  private final Events events;
  private final Disputes disputes;
  private final Execution execution;

  Simulation(SandboxContext context, Events events, Disputes disputes, Execution execution) {
    this.context = context;
    this.events = events;
    this.disputes = disputes;
    this.execution = execution;
  }

  /**
   * Disputes the whole amount of a succeeded payment; publishes {@code payment.disputed}.
   *
   * @return the dispute's id
   */
  public String dispute(String paymentId) {
    return idOf(() -> disputes.dispute(paymentId));
  }

  /**
   * Pays with an active card that was issued through the API; publishes {@code card.transaction}.
   *
   * @param amount in minor units, at least 1
   * @param currency three letters of ISO 4217, in upper case
   * @return the transaction's id
   */
  public String cardTransaction(String cardId, long amount, String currency) {
    return idOf(
        () -> {
          ApiError.requireStatus(context.store().require(CARD, cardId), Set.of("active"));
          ObjectNode fields = Json.object().put("card_id", cardId).put("merchant", "Corner Shop");
          fields.set("amount", new Money(amount, currency).toJson());
          Money.requested(fields);
          ObjectNode transaction = add("card_transaction", fields);
          events.publish(CARD, "transaction", transaction);
          return transaction;
        });
  }

  private ObjectNode add(String family, ObjectNode fields) {
    ObjectNode resource = context.factory().create(context.spec().resourceSchema(family), fields);
    context.store().add(family, resource, null);
    return resource;
  }

  private String idOf(Supplier<ObjectNode> work) {
    try {
      return execution.exclusively(work).path("id").asText();
    } catch (ApiError error) {
      throw new IllegalArgumentException(
          "The simulation is not possible: " + error.response().body(), error);
    }
  }
}
