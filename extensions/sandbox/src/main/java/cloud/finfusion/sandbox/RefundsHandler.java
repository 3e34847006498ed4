package cloud.finfusion.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** Gives money of a payment back at once: all that is left of it, or a part. */
final class RefundsHandler implements OperationHandler {
  private static final String PAYMENT = "payment";
  private static final String REFUNDED = "amount_refunded";

  private final Store store;
  private final ResourceFactory factory;
  private final Events events;
  private final Ledger ledger;

  RefundsHandler(Store store, ResourceFactory factory, Events events, Ledger ledger) {
    this.store = store;
    this.factory = factory;
    this.events = events;
    this.ledger = ledger;
  }

  @Override
  public ApiResponse answer(Operation operation, ApiRequest request) {
    ObjectNode payment = store.require(PAYMENT, operation.path().lastValue(request.path()));
    ApiError.requireStatus(payment, Set.of("succeeded", "partially_refunded"));
    Money left = left(payment);
    Money back = left.orPart(RequestFields.of(request));
    ObjectNode refund = refund(operation, request, back);
    giveBack(payment, back, left);
    ledger.add(Ledger.Kind.REFUND, operation, request, refund);
    return ApiResponse.json(operation.successStatus(), refund);
  }

  private static Money left(ObjectNode payment) {
    Money paid = Money.of(payment.path("amount"));
    return paid.minus(Money.of(payment.path(REFUNDED)));
  }

  private ObjectNode refund(Operation operation, ApiRequest request, Money back) {
    ObjectNode given = RequestFields.of(request);
    operation.path().values(request.path()).forEach(given::put);
    given.put("status", "succeeded").set("amount", back.toJson());
    ObjectNode refund = factory.create(operation.answerSchema(), given);
    store.add(operation.family(), refund, request.idempotencyKey());
    return refund;
  }

  private void giveBack(ObjectNode payment, Money back, Money left) {
    Money refunded = Money.of(payment.path("amount")).minus(left).plus(back);
    payment.set(REFUNDED, refunded.toJson());
    payment.put("status", back.equals(left) ? "refunded" : "partially_refunded");
    store.replace(PAYMENT, payment);
    events.happened(PAYMENT, "refunded", payment);
  }
}
