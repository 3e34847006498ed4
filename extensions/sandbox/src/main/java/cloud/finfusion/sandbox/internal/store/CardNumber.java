package cloud.finfusion.sandbox.internal.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Optional;

/** A card number, of which responses show only the brand and the last four digits. */
public record CardNumber(String digits) {
  private static final String DECLINED = "4000000000000002";

  /** The number among the fields of a card; empty when the fields hold none. */
  public static Optional<CardNumber> of(JsonNode card) {
    return card.path("number").isTextual()
        ? Optional.of(new CardNumber(card.path("number").asText()))
        : Optional.empty();
  }

  /** The value of a response field that is derived from the number. */
  Optional<JsonNode> derived(String field) {
    return switch (field) {
      case "brand" -> Optional.of(TextNode.valueOf(brand()));
      case "last4" -> Optional.of(TextNode.valueOf(last4()));
      default -> Optional.empty();
    };
  }

  public boolean isDeclined() {
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

  /** Leaves out the other digits, so that they reach no log. */
  @Override
  public String toString() {
    return brand() + " " + last4();
  }
}
