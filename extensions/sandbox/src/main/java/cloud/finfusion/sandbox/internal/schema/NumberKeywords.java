package cloud.finfusion.sandbox.internal.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;

/** The keywords of numbers. */
final class NumberKeywords {
  private NumberKeywords() {}

  static SchemaCheck minimum(JsonNode minimum, JsonNode schema) {
    BigDecimal bound = minimum.decimalValue();
    boolean strict = schema.path("exclusiveMinimum").asBoolean();
    return (value, location, errors) -> {
      if (value.isNumber() && isBeyond(bound.compareTo(value.decimalValue()), strict)) {
        errors.add(
            location, refusal(strict ? "not strictly greater" : "lower", "minimum", bound, value));
      }
    };
  }

  static SchemaCheck maximum(JsonNode maximum, JsonNode schema) {
    BigDecimal bound = maximum.decimalValue();
    boolean strict = schema.path("exclusiveMaximum").asBoolean();
    return (value, location, errors) -> {
      if (value.isNumber() && isBeyond(value.decimalValue().compareTo(bound), strict)) {
        errors.add(
            location, refusal(strict ? "not strictly lower" : "greater", "maximum", bound, value));
      }
    };
  }

  static SchemaCheck multipleOf(JsonNode divisor) {
    BigDecimal unit = divisor.decimalValue();
    return (value, location, errors) -> {
      if (value.isNumber() && value.decimalValue().remainder(unit).signum() != 0) {
        errors.unsatisfied(location, "multipleOf");
      }
    };
  }

  private static boolean isBeyond(int order, boolean strict) {
    return strict ? order >= 0 : order > 0;
  }

  private static String refusal(String how, String bound, BigDecimal limit, JsonNode value) {
    return "Numeric instance is %s than the required %s (%s: %s, found: %s)"
        .formatted(how, bound, bound, limit.toPlainString(), value.asText());
  }
}
