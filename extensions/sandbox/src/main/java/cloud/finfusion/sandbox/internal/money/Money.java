package cloud.finfusion.sandbox.internal.money;

import cloud.finfusion.sandbox.internal.http.ApiError;
import cloud.finfusion.sandbox.internal.http.FieldError;
import cloud.finfusion.sandbox.internal.http.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** An amount in minor units of a currency. */
public record Money(long value, String currency) {
  static Money of(JsonNode amount) {
    return new Money(amount.path("value").asLong(), amount.path("currency").asText());
  }

  /** The {@code amount} of a request, which must be positive. */
  public static Money requested(JsonNode fields) {
    Money requested = of(fields.path("amount"));
    if (requested.value < 1) {
      throw invalid("amount.value", "must be at least 1");
    }
    return requested;
  }

  /**
   * The {@code amount} of a request, at most this amount; this amount when the request has none.
   */
  Money requestedPart(JsonNode fields) {
    if (value < 1) {
      throw invalid("amount", "is more than is left, which is nothing");
    }
    if (!fields.has("amount")) {
      return this;
    }
    Money requested = requested(fields);
    requireCurrency(requested.currency);
    if (requested.value > value) {
      throw invalid("amount.value", "must be at most " + value);
    }
    return requested;
  }

  Money plus(Money other) {
    return new Money(Math.addExact(value, other.value), currency);
  }

  Money minus(Money other) {
    return new Money(Math.subtractExact(value, other.value), currency);
  }

  void requireCurrency(String other) {
    if (!other.equals(currency)) {
      throw invalid("amount.currency", "must be " + currency);
    }
  }

  public ObjectNode toJson() {
    return Json.object().put("value", value).put("currency", currency);
  }

  private static ApiError invalid(String field, String message) {
    return ApiError.invalidBody(List.of(new FieldError(field, message)));
  }
}
