package cloud.finfusion.sandbox.internal.money;

import cloud.finfusion.sandbox.internal.cards.CardNumber;
import cloud.finfusion.sandbox.internal.http.ApiError;
import cloud.finfusion.sandbox.internal.http.ApiRequest;
import cloud.finfusion.sandbox.internal.http.ApiResponse;
import cloud.finfusion.sandbox.internal.http.ErrorCode;
import cloud.finfusion.sandbox.internal.http.RequestFields;
import cloud.finfusion.sandbox.internal.spec.Operation;
import cloud.finfusion.sandbox.internal.store.ResourceFactory;
import cloud.finfusion.sandbox.internal.store.Store;
import cloud.finfusion.sandbox.internal.webhooks.Events;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/**
 * Creates, captures and cancels payments. A payment is charged at once, or at its capture when it
 * is only authorised. The test card for declines leaves a failed payment. After a partial capture
 * the captured part is the payment's amount.
 */
public final class PaymentsHandler {
  private static final String AUTHORISED = "requires_capture";
  private static final String SUCCEEDED = "succeeded";
  private static final String FAILED = "failed";

  private final Store store;
  private final ResourceFactory factory;
  private final Events events;
  private final MoneyLog log;

  public PaymentsHandler(Store store, ResourceFactory factory, Events events, MoneyLog log) {
    this.store = store;
    this.factory = factory;
    this.events = events;
    this.log = log;
  }

  public ApiResponse create(Operation operation, ApiRequest request) {
    JsonNode fields = RequestFields.of(request);
    Money.requested(fields);
    ObjectNode payment = factory.create(operation.responseSchema(), fields);
    payment.put("status", statusOf(fields));
    store.add(operation.family(), payment, request.idempotencyKey());
    return respond(operation, request, payment);
  }

  public ApiResponse capture(Operation operation, ApiRequest request) {
    ObjectNode payment = requireAuthorised(operation, request);
    Money taken = Money.of(payment.path("amount")).requestedPart(RequestFields.of(request));
    payment.put("status", SUCCEEDED).set("amount", taken.toJson());
    store.replace(operation.family(), payment);
    return respond(operation, request, payment);
  }

  public ApiResponse cancel(Operation operation, ApiRequest request) {
    ObjectNode payment = requireAuthorised(operation, request);
    payment.put("status", "canceled");
    store.replace(operation.family(), payment);
    return respond(operation, request, payment);
  }

  private static String statusOf(JsonNode fields) {
    if (CardNumber.of(fields.at("/payment_method/card"))
        .filter(CardNumber::isDeclined)
        .isPresent()) {
      return FAILED;
    }
    return fields.path("capture_method").asText().equals("manual") ? AUTHORISED : SUCCEEDED;
  }

  private ObjectNode requireAuthorised(Operation operation, ApiRequest request) {
    String id = operation.path().lastValue(request.path());
    ObjectNode payment = store.require(operation.family(), id);
    ApiError.requireStatus(payment, Set.of(AUTHORISED));
    return payment;
  }

  private ApiResponse respond(Operation operation, ApiRequest request, ObjectNode payment) {
    String status = payment.path("status").asText();
    events.publish(operation.family(), status, payment);
    if (status.equals(FAILED)) {
      throw new ApiError(402, ErrorCode.PAY001.message);
    }
    if (status.equals(SUCCEEDED)) {
      log.charged(MoneyMovement.of(operation, request, payment));
    }
    return ApiResponse.json(operation.successStatus(), payment);
  }
}
