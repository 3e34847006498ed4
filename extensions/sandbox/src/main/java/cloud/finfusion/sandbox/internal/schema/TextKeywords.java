package cloud.finfusion.sandbox.internal.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;

/** The keywords of texts, whose lengths are counted in code points. */
final class TextKeywords {
  private TextKeywords() {}

  static SchemaCheck minLength(JsonNode least) {
    int length = least.asInt();
    return (value, location, errors) -> {
      if (value.isTextual() && length(value.textValue()) < length) {
        errors.unsatisfied(location, "minLength");
      }
    };
  }

  static SchemaCheck maxLength(JsonNode most) {
    int length = most.asInt();
    return (value, location, errors) -> {
      if (value.isTextual() && length(value.textValue()) > length) {
        errors.unsatisfied(location, "maxLength");
      }
    };
  }

  static SchemaCheck pattern(JsonNode expression) {
    Pattern pattern = Pattern.compile(expression.asText());
    return (value, location, errors) -> {
      if (value.isTextual() && !pattern.matcher(value.textValue()).find()) {
        errors.unsatisfied(location, "pattern");
      }
    };
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
