package cloud.finfusion.sandbox.internal.money;

import cloud.finfusion.sandbox.internal.http.ApiError;
import cloud.finfusion.sandbox.internal.http.Json;
import cloud.finfusion.sandbox.internal.store.SandboxContext;
import cloud.finfusion.sandbox.internal.webhooks.Events;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The disputes of customers: at once, or some time after the charge. */
public final class Disputes {
  private static final String PAYMENT = "payment";
  private static final Set<String> DISPUTABLE = Set.of("succeeded", "partially_refunded");

  private final SandboxContext context;
  private final Events events;

  /** How long after its charge a payment is disputed, by id, for payments not yet charged. */
  private final Map<String, Duration> expected = new HashMap<>();

  Disputes(SandboxContext context, Events events) {
    this.context = context;
    this.events = events;
  }

  /** The dispute of a whole payment; a 400 when its status does not allow one. */
  public ObjectNode dispute(String paymentId) {
    ObjectNode payment = context.store().require(PAYMENT, paymentId);
    ApiError.requireStatus(payment, DISPUTABLE);
    ObjectNode fields = Json.object().put("payment_id", paymentId).put("reason", "fraudulent");
    fields.set("amount", payment.path("amount"));
    ObjectNode dispute = context.factory().create(context.spec().resourceSchema("dispute"), fields);
    context.store().add("dispute", dispute, null);
    context.store().replace(PAYMENT, payment.put("status", "disputed"));
    events.publish(PAYMENT, "disputed", payment);
    return dispute;
  }

  /** The payment is disputed some time after it is charged. */
  void expect(String paymentId, Duration afterCharge) {
    expected.put(paymentId, afterCharge);
  }

  /** The payment is charged, from which the time to its dispute counts. */
  void charged(String paymentId) {
    Optional.ofNullable(expected.remove(paymentId))
        .ifPresent(wait -> context.schedule().after(wait, () -> disputeIfPossible(paymentId)));
  }

  private void disputeIfPossible(String paymentId) {
    context
        .store()
        .find(PAYMENT, paymentId)
        .filter(payment -> DISPUTABLE.contains(payment.path("status").asText()))
        .ifPresent(payment -> dispute(paymentId));
  }
}
