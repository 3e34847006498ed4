package cloud.finfusion.sandbox.internal.cards;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Optional;

/** A card number, of which responses show only the brand and the last four digits. */
public record CardNumber(String digits) {
  private static final String AMERICAN_EXPRESS = "amex";

  /** The number among the fields of a card; empty when the fields hold none. */
  public static Optional<CardNumber> of(JsonNode card) {
    return card.path("number").isTextual()
        ? Optional.of(new CardNumber(card.path("number").asText()))
        : Optional.empty();
  }

  /** The value of a response field that is derived from the number. */
  public Optional<JsonNode> derived(String field) {
    return switch (field) {
      case "brand" -> Optional.of(TextNode.valueOf(brand()));
      case "last4" -> Optional.of(TextNode.valueOf(last4()));
      default -> Optional.empty();
    };
  }

  /** Whether it has digits only, which a specification of the user's may not demand. */
  boolean isNumeric() {
    return digits.chars().allMatch(each -> each >= '0' && each <= '9');
  }

  /** Whether the last digit is the one that the others give, by the formula of Luhn. */
  boolean hasCheckDigit() {
    int sum = 0;
    for (int fromRight = 0; fromRight < digits.length(); fromRight++) {
      int digit = digits.charAt(digits.length() - 1 - fromRight) - '0';
      int weighted = fromRight % 2 == 0 ? digit : 2 * digit;
      sum += weighted > 9 ? weighted - 9 : weighted;
    }
    return sum % 10 == 0;
  }

  /** How many digits the security code of such a card has. */
  int cvcLength() {
    return brand().equals(AMERICAN_EXPRESS) ? 4 : 3;
  }

  private String last4() {
    return digits.substring(Math.max(0, digits.length() - 4));
  }

  private String brand() {
    if (digits.startsWith("34") || digits.startsWith("37")) {
      return AMERICAN_EXPRESS;
    }
    return digits.startsWith("4") ? "visa" : digits.startsWith("5") ? "mastercard" : "unknown";
  }

  /** Leaves out the other digits, so that they reach no log. */
  @Override
  public String toString() {
    return brand() + " " + last4();
  }
}
