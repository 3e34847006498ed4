package cloud.finfusion.sandbox.internal.money;

import cloud.finfusion.sandbox.internal.cards.RefundCourse;
import cloud.finfusion.sandbox.internal.http.ApiError;
import cloud.finfusion.sandbox.internal.http.ApiRequest;
import cloud.finfusion.sandbox.internal.http.ApiResponse;
import cloud.finfusion.sandbox.internal.http.RequestFields;
import cloud.finfusion.sandbox.internal.spec.Operation;
import cloud.finfusion.sandbox.internal.store.ResourceFactory;
import cloud.finfusion.sandbox.internal.store.SandboxContext;
import cloud.finfusion.sandbox.internal.store.Store;
import cloud.finfusion.sandbox.internal.time.Schedule;
import cloud.finfusion.sandbox.internal.webhooks.Events;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Refunds a payment: all that is left of it, or a part; at once, or in a time on the clock. The
 * payment shows a refund when it succeeds. Until then its amount cannot be refunded again.
 */
public final class RefundsHandler {
  private static final String REFUNDED = "amount_refunded";

  private static final String PAYMENT = "payment";
  private static final Set<String> REFUNDABLE = Set.of("succeeded", "partially_refunded");

  private final Store store;
  private final ResourceFactory factory;
  private final Schedule schedule;
  private final Events events;
  private final MoneyLog log;

  /** The courses of refunds, by the payment's id, where they are not the usual one. */
  private final Map<String, RefundCourse> courses = new HashMap<>();

  /** How much of a payment is in pending refunds, by its id. */
  private final Map<String, Long> pending = new HashMap<>();

  RefundsHandler(SandboxContext context, Events events, MoneyLog log) {
    this.store = context.store();
    this.factory = context.factory();
    this.schedule = context.schedule();
    this.events = events;
    this.log = log;
  }

  /** The refunds of a payment will take this course. */
  void expect(String paymentId, RefundCourse course) {
    if (!course.equals(RefundCourse.AT_ONCE)) {
      courses.put(paymentId, course);
    }
  }

  public ApiResponse refund(Operation operation, ApiRequest request) {
    String paymentId = operation.path().lastValue(request.path());
    ObjectNode payment = store.require(PAYMENT, paymentId);
    ApiError.requireStatus(payment, REFUNDABLE);
    Money part = refundable(payment).requestedPart(RequestFields.of(request));
    String id = store(operation, request, part);
    MoneyMovement movement =
        new MoneyMovement(operation.name(), id, part, request.idempotencyKey());
    RefundCourse course = courses.getOrDefault(paymentId, RefundCourse.AT_ONCE);
    if (course.takes().isZero()) {
      end(operation.family(), movement, course);
    } else {
      pending.merge(paymentId, part.value(), Long::sum);
      schedule.after(course.takes(), () -> endPending(operation.family(), movement, paymentId));
    }
    return ApiResponse.json(operation.successStatus(), store.require(operation.family(), id));
  }

  /** The status of a payment that was charged and is not disputed. */
  static String statusOf(ObjectNode payment) {
    if (!payment.has(REFUNDED)) {
      return "succeeded";
    }
    return Money.of(payment.path(REFUNDED)).equals(Money.of(payment.path("amount")))
        ? "refunded"
        : "partially_refunded";
  }

  private void endPending(String family, MoneyMovement movement, String paymentId) {
    pending.computeIfPresent(
        paymentId,
        (id, value) ->
            value == movement.amount().value() ? null : value - movement.amount().value());
    end(family, movement, courses.getOrDefault(paymentId, RefundCourse.AT_ONCE));
  }

  private void end(String family, MoneyMovement movement, RefundCourse course) {
    ObjectNode refund = store.require(family, movement.resourceId());
    store.replace(family, refund.put("status", course.succeeds() ? "succeeded" : "failed"));
    if (course.succeeds()) {
      addRefunded(store.require(PAYMENT, refund.path("payment_id").asText()), movement.amount());
      log.refunded(movement);
    }
  }

  /** What was paid, without what was refunded or will be. */
  private Money refundable(ObjectNode payment) {
    long inPending = pending.getOrDefault(payment.path("id").asText(), 0L);
    Money paid = Money.of(payment.path("amount"));
    return paid.minus(Money.of(payment.path(REFUNDED)))
        .minus(new Money(inPending, paid.currency()));
  }

  private String store(Operation operation, ApiRequest request, Money part) {
    ObjectNode fields = RequestFields.of(request);
    operation.path().values(request.path()).forEach(fields::put);
    fields.put("status", "pending").set("amount", part.toJson());
    ObjectNode refund = factory.create(operation.responseSchema(), fields);
    store.add(operation.family(), refund, request.idempotencyKey());
    return refund.path("id").asText();
  }

  /** A payment that the customer disputes meanwhile stays disputed. */
  private void addRefunded(ObjectNode payment, Money part) {
    Money refunded = part.plus(Money.of(payment.path(REFUNDED)));
    payment.set(REFUNDED, refunded.toJson());
    if (REFUNDABLE.contains(payment.path("status").asText())) {
      payment.put("status", statusOf(payment));
    }
    store.replace(PAYMENT, payment);
    events.publish(PAYMENT, "refunded", payment);
  }
}
