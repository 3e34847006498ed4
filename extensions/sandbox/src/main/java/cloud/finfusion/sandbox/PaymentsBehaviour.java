package cloud.finfusion.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Charges at once: a good card succeeds, the test card for it is declined. */
final class PaymentsBehaviour implements Behaviour {
  private static final String DECLINED_CARD = "4000000000000002";

  private final Store store;
  private final ResourceFactory factory;
  private final Ledger ledger;

  PaymentsBehaviour(Store store, ResourceFactory factory, Ledger ledger) {
    this.store = store;
    this.factory = factory;
    this.ledger = ledger;
  }

  static boolean isMeant(Operation operation) {
    return operation.id().equals("createPayment");
  }

  @Override
  public Answer answer(Operation operation, ApiRequest request) {
    JsonNode given = RequestFields.of(request);
    if (given.path("amount").path("value").asLong() < 1) {
      throw Refusal.invalidBody(List.of(new Detail("amount.value", "must be at least 1")));
    }
    JsonNode card = given.path("payment_method").path("card");
    if (card.path("number").asText().equals(DECLINED_CARD)) {
      throw new Refusal(402, ErrorCode.PAY001.message);
    }
    ObjectNode payment = charge(operation, given, card);
    ledger.add(entry(operation, request, payment));
    return Answer.json(operation.successStatus(), payment);
  }

  private ObjectNode charge(Operation operation, JsonNode given, JsonNode card) {
    ObjectNode payment = factory.create(operation.answerSchema(), given);
    payment.put("status", "succeeded");
    if (payment.path("payment_method").path("card") instanceof ObjectNode shown) {
      String number = card.path("number").asText();
      shown.put("brand", brand(number)).put("last4", number.substring(number.length() - 4));
    }
    store.add(operation.family(), payment);
    return payment;
  }

  private static Ledger.Entry entry(Operation operation, ApiRequest request, ObjectNode payment) {
    return new Ledger.Entry(
        operation.id(),
        payment.path("id").asText(),
        payment.path("amount").path("value").asLong(),
        payment.path("amount").path("currency").asText(),
        request.idempotencyKey());
  }

  private static String brand(String number) {
    if (number.startsWith("34") || number.startsWith("37")) {
      return "amex";
    }
    return switch (number.charAt(0)) {
      case '4' -> "visa";
      case '5' -> "mastercard";
      default -> "unknown";
    };
  }
}
