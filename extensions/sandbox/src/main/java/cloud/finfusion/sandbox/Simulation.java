package cloud.finfusion.sandbox;

import cloud.finfusion.sandbox.internal.cards.DisputeCourse;
import cloud.finfusion.sandbox.internal.execution.Execution;
import cloud.finfusion.sandbox.internal.http.ApiError;
import cloud.finfusion.sandbox.internal.http.Json;
import cloud.finfusion.sandbox.internal.money.Money;
import cloud.finfusion.sandbox.internal.money.MoneyHandlers;
import cloud.finfusion.sandbox.internal.store.SandboxContext;
import cloud.finfusion.sandbox.internal.webhooks.Events;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Simulates what happens without an operation of the API: a customer disputes a payment, a bank
 * decides, a merchant charges a card. When a method returns, the resource exists and its event is
 * published. Thread-safe.
 */
public final class Simulation {
  private static final String CARD = "card";

  private final SandboxContext context;
  private final Events events;
  private final MoneyHandlers money;
  private final Execution execution;

  Simulation(SandboxContext context, Events events, MoneyHandlers money, Execution execution) {
    this.context = context;
    this.events = events;
    this.money = money;
    this.execution = execution;
  }

  /**
   * Disputes the whole amount of a succeeded payment; publishes {@code payment.disputed}.
   *
   * @return the dispute's id
   */
  public String dispute(String paymentId) {
    return idOf(() -> money.disputes().dispute(paymentId));
  }

  /** Responds to a dispute that needs a response, which is under review then. */
  public void respondToDispute(String disputeId) {
    run(() -> money.disputes().respond(disputeId));
  }

  /**
   * The bank decides a dispute that is under review for the merchant: the payment has the status
   * again that it had before.
   */
  public void winDispute(String disputeId) {
    run(() -> money.disputes().end(disputeId, DisputeCourse.End.WON));
  }

  /** The bank decides a dispute that has not ended for the customer; the payment stays disputed. */
  public void loseDispute(String disputeId) {
    run(() -> money.disputes().end(disputeId, DisputeCourse.End.LOST));
  }

  /** Fails a pending transfer, whose money goes back; publishes {@code transfer.failed}. */
  public void failTransfer(String transferId) {
    run(() -> money.transfers().fail(transferId));
  }

  /**
   * Freezes an open account; publishes {@code account.updated}. Transfers to it fail when their
   * time has come, and no new ones are taken.
   */
  public void freezeAccount(String accountId) {
    run(() -> money.transfers().freeze(accountId));
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

  private void run(Supplier<ObjectNode> work) {
    String unused = idOf(work);
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
