package cloud.finfusion.sandbox.internal.money;

import cloud.finfusion.sandbox.internal.http.ApiError;
import cloud.finfusion.sandbox.internal.http.ApiRequest;
import cloud.finfusion.sandbox.internal.http.ApiResponse;
import cloud.finfusion.sandbox.internal.http.RequestFields;
import cloud.finfusion.sandbox.internal.spec.Operation;
import cloud.finfusion.sandbox.internal.store.ResourceFactory;
import cloud.finfusion.sandbox.internal.store.Store;
import cloud.finfusion.sandbox.internal.webhooks.Events;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** Refunds a payment at once: all that is left of it, or a part. */
public final class RefundsHandler {
  private static final String PAYMENT = "payment";
  private static final String REFUNDED = "amount_refunded";

  private final Store store;
  private final ResourceFactory factory;
  private final Events events;
  private final MoneyLog log;

  RefundsHandler(Store store, ResourceFactory factory, Events events, MoneyLog log) {
    this.store = store;
    this.factory = factory;
    this.events = events;
    this.log = log;
  }

  public ApiResponse refund(Operation operation, ApiRequest request) {
    ObjectNode payment = store.require(PAYMENT, operation.path().lastValue(request.path()));
    ApiError.requireStatus(payment, Set.of("succeeded", "partially_refunded"));
    Money left = left(payment);
    Money part = left.requestedPart(RequestFields.of(request));
    ObjectNode refund = store(operation, request, part);
    addRefunded(payment, part, left);
    log.refunded(MoneyMovement.of(operation, request.idempotencyKey(), refund));
    return ApiResponse.json(operation.successStatus(), refund);
  }

  private static Money left(ObjectNode payment) {
    Money paid = Money.of(payment.path("amount"));
    return paid.minus(Money.of(payment.path(REFUNDED)));
  }

  private ObjectNode store(Operation operation, ApiRequest request, Money part) {
    ObjectNode fields = RequestFields.of(request);
    operation.path().values(request.path()).forEach(fields::put);
    fields.put("status", "succeeded").set("amount", part.toJson());
    ObjectNode refund = factory.create(operation.responseSchema(), fields);
    store.add(operation.family(), refund, request.idempotencyKey());
    return refund;
  }

  private void addRefunded(ObjectNode payment, Money part, Money left) {
    Money refunded = Money.of(payment.path("amount")).minus(left).plus(part);
    payment.set(REFUNDED, refunded.toJson());
    payment.put("status", part.equals(left) ? "refunded" : "partially_refunded");
    store.replace(PAYMENT, payment);
    events.publish(PAYMENT, "refunded", payment);
  }
}
