package cloud.finfusion.sandbox.internal.money;

import cloud.finfusion.sandbox.internal.cards.DisputeCourse;
import cloud.finfusion.sandbox.internal.http.ApiError;
import cloud.finfusion.sandbox.internal.http.Json;
import cloud.finfusion.sandbox.internal.store.SandboxContext;
import cloud.finfusion.sandbox.internal.webhooks.Events;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The disputes of customers: at once, or some time after the charge. A dispute needs a response, is
 * then under review, and is won or lost. One that is won gives its payment the status back that it
 * had; one that is lost leaves the payment disputed. Only the beginning has an event.
 */
public final class Disputes {
  private static final String PAYMENT = "payment";
  private static final String DISPUTE = "dispute";
  private static final String STATUS = "status";
  private static final String NEEDS_RESPONSE = "needs_response";
  private static final String UNDER_REVIEW = "under_review";
  private static final Set<String> DISPUTABLE = Set.of("succeeded", "partially_refunded");

  private final SandboxContext context;
  private final Events events;

  /** How a payment will be disputed, by id, for payments not yet charged. */
  private final Map<String, DisputeCourse> expected = new HashMap<>();

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
    ObjectNode dispute = context.factory().create(context.spec().resourceSchema(DISPUTE), fields);
    context.store().add(DISPUTE, dispute, null);
    context.store().replace(PAYMENT, payment.put(STATUS, "disputed"));
    events.publish(PAYMENT, "disputed", payment);
    return dispute;
  }

  /** The dispute has its response; a 400 when it does not need one. */
  public ObjectNode respond(String disputeId) {
    return change(disputeId, Set.of(NEEDS_RESPONSE), UNDER_REVIEW);
  }

  /** The dispute ends; a 400 when it has ended, or is won without a response. */
  public ObjectNode end(String disputeId, DisputeCourse.End end) {
    boolean won = end == DisputeCourse.End.WON;
    Set<String> before = won ? Set.of(UNDER_REVIEW) : Set.of(NEEDS_RESPONSE, UNDER_REVIEW);
    ObjectNode dispute = change(disputeId, before, end.name().toLowerCase(Locale.ROOT));
    if (won) {
      restore(dispute.path("payment_id").asText());
    }
    return dispute;
  }

  /** The payment is disputed some time after it is charged. */
  void expect(String paymentId, DisputeCourse course) {
    expected.put(paymentId, course);
  }

  /** The payment is charged, from which the time to its dispute counts. */
  void charged(String paymentId) {
    Optional.ofNullable(expected.remove(paymentId))
        .ifPresent(course -> later(course.after(), () -> disputeIfPossible(paymentId, course)));
  }

  private ObjectNode change(String disputeId, Set<String> before, String status) {
    ObjectNode dispute = context.store().require(DISPUTE, disputeId);
    ApiError.requireStatus(dispute, before);
    context.store().replace(DISPUTE, dispute.put(STATUS, status));
    return dispute;
  }

  private void restore(String paymentId) {
    ObjectNode payment = context.store().require(PAYMENT, paymentId);
    context.store().replace(PAYMENT, payment.put(STATUS, RefundsHandler.statusOf(payment)));
  }

  private void disputeIfPossible(String paymentId, DisputeCourse course) {
    context
        .store()
        .find(PAYMENT, paymentId)
        .filter(payment -> DISPUTABLE.contains(payment.path(STATUS).asText()))
        .ifPresent(payment -> follow(dispute(paymentId).path("id").asText(), course));
  }

  /** A test may have moved the dispute on meanwhile. */
  private void follow(String disputeId, DisputeCourse course) {
    course
        .end()
        .ifPresent(
            end -> {
              later(
                  DisputeCourse.UNTIL_RESPONSE,
                  () -> ifIn(disputeId, NEEDS_RESPONSE, this::respond));
              later(
                  DisputeCourse.UNTIL_RESPONSE.plus(DisputeCourse.UNDER_REVIEW),
                  () -> ifIn(disputeId, UNDER_REVIEW, id -> end(id, end)));
            });
  }

  private void ifIn(String disputeId, String status, Consumer<String> work) {
    String now = context.store().require(DISPUTE, disputeId).path(STATUS).asText();
    if (now.equals(status)) {
      work.accept(disputeId);
    }
  }

  private void later(Duration wait, Runnable work) {
    context.schedule().after(wait, work);
  }
}
