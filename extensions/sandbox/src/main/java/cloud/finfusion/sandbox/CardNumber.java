package cloud.finfusion.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Optional;

/** A card's number, of which an answer shows the brand and the last four digits only. */
record CardNumber(String digits) {
  private static final String DECLINED = "4000000000000002";

  /** The number among the fields of a card; empty for fields of anything else. */
  static Optional<CardNumber> of(JsonNode card) {
    return card.path("number").isTextual()
        ? Optional.of(new CardNumber(card.path("number").asText()))
        : Optional.empty();
  }

  /** What the field of this name shows. */
  Optional<JsonNode> part(String field) {
    return switch (field) {
      case "brand" -> Optional.of(TextNode.valueOf(brand()));
      case "last4" -> Optional.of(TextNode.valueOf(last4()));
      default -> Optional.empty();
    };
  }

  boolean isDeclined() {
    return digits.equals(DECLINED);
  }

  private String last4() {
    return digits.substring(Math.max(0, digits.length() - 4));
  }

  private String brand() {
    if (digits.startsWith("34") || digits.startsWith("37")) {
      return "amex";
    }
    return digits.startsWith("4") ? "visa" : digits.startsWith("5") ? "mastercard" : "unknown";
  }

  /** Without the digits, so that they get into no log. */
  @Override
  public String toString() {
    return brand() + " " + last4();
  }
}
