package cloud.finfusion.sandbox.internal.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Map;
import java.util.function.Predicate;

/** The keyword {@code format}. A format that is not listed here accepts any value. */
final class FormatKeyword {
  private static final Map<String, Predicate<JsonNode>> REFUSED =
      Map.of(
          "int32", value -> value.isIntegralNumber() && !value.canConvertToInt(),
          "int64", value -> value.isIntegralNumber() && !value.canConvertToLong(),
          "date", value -> value.isTextual() && !isDate(value.textValue()),
          "date-time", value -> value.isTextual() && !isDateTime(value.textValue()),
          "uuid",
              value ->
                  value.isTextual()
                      && !value
                          .textValue()
                          .matches("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"),
          "uri", value -> value.isTextual() && !isUri(value.textValue()),
          "email", value -> value.isTextual() && !value.textValue().matches("[^@\\s]+@[^@\\s]+"),
          "byte", value -> value.isTextual() && !isBase64(value.textValue()));

  private FormatKeyword() {}

  static SchemaCheck format(JsonNode format, JsonNode schema, Schemas schemas) {
    String name = format.asText();
    Predicate<JsonNode> refused = REFUSED.getOrDefault(name, any -> false);
    return (value, place, errors) -> {
      if (refused.test(value)) {
        errors.unsatisfied(place, name);
      }
    };
  }

  private static boolean isDate(String text) {
    try {
      return LocalDate.parse(text) != null;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static boolean isDateTime(String text) {
    try {
      return OffsetDateTime.parse(text) != null;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static boolean isUri(String text) {
    try {
      return new URI(text) != null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static boolean isBase64(String text) {
    try {
      return Base64.getDecoder().decode(text) != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
