package cloud.finfusion.templates.reference;

import cloud.finfusion.templates.reference.Expression.Text;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** Writes values of the types that are no models. */
final class ScalarExpressions {
  private ScalarExpressions() {}

  /** Returns null for a type that is not known. */
  static @Nullable Expression of(String type, JsonNode value) {
    String text = value.asText();
    return switch (type) {
      case "String" -> new Text(Literals.text(text));
      case "Boolean", "Integer", "Double" -> new Text(text);
      case "Long" -> new Text(text + "L");
      case "Float" -> new Text(text + "F");
      case "BigDecimal", "BigInteger" -> new Text("new " + type + "(" + Literals.text(text) + ")");
      case "LocalDate", "OffsetDateTime" -> new Text(type + ".parse(" + Literals.text(text) + ")");
      case "Object", "Map<String, Object>", "List<Object>" -> Literals.of(value);
      default -> null;
    };
  }
}
