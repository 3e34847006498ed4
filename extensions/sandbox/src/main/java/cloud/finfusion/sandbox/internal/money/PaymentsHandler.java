package cloud.finfusion.sandbox.internal.money;

import cloud.finfusion.sandbox.internal.cards.CardOutcome;
import cloud.finfusion.sandbox.internal.cards.CardOutcomes;
import cloud.finfusion.sandbox.internal.cards.Decline;
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
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Creates, captures and cancels payments. A payment is charged at once, or at its capture when it
 * is only authorised. A test card can decline, which leaves a failed payment, and can keep the
 * payment processing for a time on the clock. After a partial capture the captured part is the
 * payment's amount.
 */
public final class PaymentsHandler {
  private static final String AUTHORISED = "requires_capture";
  private static final String SUCCEEDED = "succeeded";
  private static final String FAILED = "failed";

  private final Store store;
  private final ResourceFactory factory;
  private final Schedule schedule;
  private final Events events;
  private final MoneyLog log;
  private final CardOutcomes outcomes;
  private final Disputes disputes;
  private final RefundsHandler refunds;

  PaymentsHandler(
      SandboxContext context,
      Events events,
      MoneyLog log,
      CardOutcomes outcomes,
      Disputes disputes,
      RefundsHandler refunds) {
    this.store = context.store();
    this.factory = context.factory();
    this.schedule = context.schedule();
    this.events = events;
    this.log = log;
    this.outcomes = outcomes;
    this.disputes = disputes;
    this.refunds = refunds;
  }

  public ApiResponse create(Operation operation, ApiRequest request) {
    JsonNode fields = RequestFields.of(request);
    Money amount = Money.requested(fields);
    CardOutcome outcome =
        outcomes.of(operation.name(), fields.at("/payment_method/card"), amount.value());
    String decided = statusOf(fields, outcome);
    ObjectNode payment = factory.create(operation.responseSchema(), fields);
    payment.put("status", outcome.isSlow() ? "processing" : decided);
    store.add(operation.family(), payment, request.idempotencyKey());
    String id = payment.path("id").asText();
    outcome.dispute().ifPresent(course -> disputes.expect(id, course));
    refunds.expect(id, outcome.refund());
    if (outcome.isSlow()) {
      decideLater(operation, request.idempotencyKey(), id, decided, outcome.takes());
      return ApiResponse.json(operation.successStatus(), payment);
    }
    announce(operation, request.idempotencyKey(), payment);
    outcome.decline().map(Decline::error).ifPresent(PaymentsHandler::fail);
    return ApiResponse.json(operation.successStatus(), payment);
  }

  public ApiResponse capture(Operation operation, ApiRequest request) {
    ObjectNode payment = requireAuthorised(operation, request);
    Money taken = Money.of(payment.path("amount")).requestedPart(RequestFields.of(request));
    payment.put("status", SUCCEEDED).set("amount", taken.toJson());
    store.replace(operation.family(), payment);
    announce(operation, request.idempotencyKey(), payment);
    return ApiResponse.json(operation.successStatus(), payment);
  }

  public ApiResponse cancel(Operation operation, ApiRequest request) {
    ObjectNode payment = requireAuthorised(operation, request);
    payment.put("status", "canceled");
    store.replace(operation.family(), payment);
    announce(operation, request.idempotencyKey(), payment);
    return ApiResponse.json(operation.successStatus(), payment);
  }

  private static String statusOf(JsonNode fields, CardOutcome outcome) {
    if (outcome.decline().isPresent()) {
      return FAILED;
    }
    return fields.path("capture_method").asText().equals("manual") ? AUTHORISED : SUCCEEDED;
  }

  private static void fail(ApiError error) {
    throw error;
  }

  /** Keeps nothing of the request, which has the card's number. */
  private void decideLater(
      Operation operation, @Nullable String key, String id, String status, Duration wait) {
    schedule.after(
        wait,
        () -> {
          ObjectNode payment = store.require(operation.family(), id).put("status", status);
          store.replace(operation.family(), payment);
          announce(operation, key, payment);
        });
  }

  private ObjectNode requireAuthorised(Operation operation, ApiRequest request) {
    String id = operation.path().lastValue(request.path());
    ObjectNode payment = store.require(operation.family(), id);
    ApiError.requireStatus(payment, Set.of(AUTHORISED));
    return payment;
  }

  private void announce(Operation operation, @Nullable String key, ObjectNode payment) {
    String status = payment.path("status").asText();
    events.publish(operation.family(), status, payment);
    if (status.equals(SUCCEEDED)) {
      log.charged(MoneyMovement.of(operation, key, payment));
      disputes.charged(payment.path("id").asText());
    }
  }
}
