package cloud.finfusion.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/**
 * Takes money: at once, or at the capture when the payment was only authorised. The test card for
 * it is declined, which leaves a failed payment. A part captured is the whole amount from then on.
 */
final class PaymentsHandler {
  private static final String AUTHORISED = "requires_capture";
  private static final String SUCCEEDED = "succeeded";
  private static final String FAILED = "failed";

  private final Store store;
  private final ResourceFactory factory;
  private final Events events;
  private final Ledger ledger;

  PaymentsHandler(Store store, ResourceFactory factory, Events events, Ledger ledger) {
    this.store = store;
    this.factory = factory;
    this.events = events;
    this.ledger = ledger;
  }

  ApiResponse create(Operation operation, ApiRequest request) {
    JsonNode given = RequestFields.of(request);
    Money.asked(given);
    ObjectNode payment = factory.create(operation.answerSchema(), given);
    payment.put("status", statusOf(given));
    store.add(operation.family(), payment, request.idempotencyKey());
    return settled(operation, request, payment);
  }

  ApiResponse capture(Operation operation, ApiRequest request) {
    ObjectNode payment = authorised(operation, request);
    Money taken = Money.of(payment.path("amount")).orPart(RequestFields.of(request));
    payment.put("status", SUCCEEDED).set("amount", taken.toJson());
    store.replace(operation.family(), payment);
    return settled(operation, request, payment);
  }

  ApiResponse cancel(Operation operation, ApiRequest request) {
    ObjectNode payment = authorised(operation, request);
    payment.put("status", "canceled");
    store.replace(operation.family(), payment);
    return settled(operation, request, payment);
  }

  private static String statusOf(JsonNode given) {
    if (CardNumber.of(given.at("/payment_method/card"))
        .filter(CardNumber::isDeclined)
        .isPresent()) {
      return FAILED;
    }
    return given.path("capture_method").asText().equals("manual") ? AUTHORISED : SUCCEEDED;
  }

  private ObjectNode authorised(Operation operation, ApiRequest request) {
    String id = operation.path().lastValue(request.path());
    ObjectNode payment = store.require(operation.family(), id);
    ApiError.requireStatus(payment, Set.of(AUTHORISED));
    return payment;
  }

  private ApiResponse settled(Operation operation, ApiRequest request, ObjectNode payment) {
    String status = payment.path("status").asText();
    events.happened(operation.family(), status, payment);
    if (status.equals(FAILED)) {
      throw new ApiError(402, ErrorCode.PAY001.message);
    }
    if (status.equals(SUCCEEDED)) {
      ledger.add(Ledger.Kind.CHARGE, operation, request, payment);
    }
    return ApiResponse.json(operation.successStatus(), payment);
  }
}
