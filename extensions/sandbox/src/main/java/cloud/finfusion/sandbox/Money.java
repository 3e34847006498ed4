package cloud.finfusion.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** An amount as the wire has it: minor units of a currency. */
record Money(long value, String currency) {
  static Money of(JsonNode amount) {
    return new Money(amount.path("value").asLong(), amount.path("currency").asText());
  }

  /** What a request asks for: its {@code amount}, which is positive. */
  static Money asked(JsonNode given) {
    Money asked = of(given.path("amount"));
    if (asked.value < 1) {
      throw invalid("amount.value", "must be at least 1");
    }
    return asked;
  }

  /** What a request asks for: its {@code amount}, at most this; all of this when it has none. */
  Money orPart(JsonNode given) {
    if (!given.has("amount")) {
      return this;
    }
    Money asked = asked(given);
    requireCurrency(asked.currency);
    if (asked.value > value) {
      throw invalid("amount.value", "must be at most " + value);
    }
    return asked;
  }

  Money plus(Money other) {
    return new Money(Math.addExact(value, other.value), currency);
  }

  Money minus(Money other) {
    return new Money(Math.subtractExact(value, other.value), currency);
  }

  void requireCurrency(String asked) {
    if (!asked.equals(currency)) {
      throw invalid("amount.currency", "must be " + currency);
    }
  }

  ObjectNode toJson() {
    return Json.object().put("value", value).put("currency", currency);
  }

  private static ApiError invalid(String field, String message) {
    return ApiError.invalidBody(List.of(new FieldError(field, message)));
  }
}
