package cloud.finfusion.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What others do, and no operation of the API: a customer disputes a payment, a merchant charges a
 * card. The resource is there and its event has happened when a method returns. Safe for several
 * threads.
 */
public final class Simulation {
  private static final String PAYMENT = "payment";
  private static final String CARD = "card";

  private final SandboxContext base;
  private final Events events;
  private final Execution execution;

  Simulation(SandboxContext base, Events events, Execution execution) {
    this.base = base;
    this.events = events;
    this.execution = execution;
  }

  /**
   * A customer disputes a payment that succeeded, whole: {@code payment.disputed}.
   *
   * @return the dispute's id
   */
  public String dispute(String paymentId) {
    return did(
        () -> {
          ObjectNode payment = base.store().require(PAYMENT, paymentId);
          ApiError.requireStatus(payment, Set.of("succeeded", "partially_refunded"));
          ObjectNode given = Json.object().put("payment_id", paymentId).put("reason", "fraudulent");
          ObjectNode dispute = add("dispute", given.set("amount", payment.path("amount")));
          base.store().replace(PAYMENT, payment.put("status", "disputed"));
          events.happened(PAYMENT, "disputed", payment);
          return dispute;
        });
  }

  /**
   * Somebody pays with an active card that you issued: {@code card.transaction}.
   *
   * @param amount in minor units, at least 1
   * @param currency three letters of ISO 4217, in upper case
   * @return the transaction's id
   */
  public String cardTransaction(String cardId, long amount, String currency) {
    return did(
        () -> {
          ApiError.requireStatus(base.store().require(CARD, cardId), Set.of("active"));
          ObjectNode given = Json.object().put("card_id", cardId).put("merchant", "Corner Shop");
          given.set("amount", new Money(amount, currency).toJson());
          Money.asked(given);
          ObjectNode transaction = add("card_transaction", given);
          events.happened(CARD, "transaction", transaction);
          return transaction;
        });
  }

  private ObjectNode add(String family, ObjectNode given) {
    ObjectNode resource = base.factory().create(base.spec().resourceSchema(family), given);
    base.store().add(family, resource, null);
    return resource;
  }

  private String did(Supplier<ObjectNode> happening) {
    try {
      return execution.alone(happening).path("id").asText();
    } catch (ApiError refused) {
      throw new IllegalArgumentException("This cannot happen: " + refused.answer().body(), refused);
    }
  }
}
