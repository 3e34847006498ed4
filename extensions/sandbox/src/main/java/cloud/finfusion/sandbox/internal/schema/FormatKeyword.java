package cloud.finfusion.sandbox.internal.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.regex.Pattern;

/** The keyword {@code format}. A format that is not listed here accepts any value. */
final class FormatKeyword {
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");
  private static final Pattern UUID =
      Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private FormatKeyword() {}

  static SchemaCheck format(JsonNode format) {
    String name = format.asText();
    return (value, location, errors) -> {
      if (!accepts(name, value)) {
        errors.unsatisfied(location, name);
      }
    };
  }

  private static boolean accepts(String format, JsonNode value) {
    if (value.isTextual()) {
      return acceptsText(format, value.textValue());
    }
    return switch (format) {
      case "int32" -> !value.isIntegralNumber() || value.canConvertToInt();
      case "int64" -> !value.isIntegralNumber() || value.canConvertToLong();
      default -> true;
    };
  }

  private static boolean acceptsText(String format, String text) {
    return switch (format) {
      case "date" -> isDate(text);
      case "date-time" -> isDateTime(text);
      case "uuid" -> UUID.matcher(text).matches();
      case "uri" -> isUri(text);
      case "email" -> EMAIL.matcher(text).matches();
      case "byte" -> isBase64(text);
      default -> true;
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
