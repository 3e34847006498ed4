package cloud.finfusion.templates.reference;

import cloud.finfusion.templates.reference.Expression.Text;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Writes values of the types that are no models. */
final class ScalarExpressions {
  private ScalarExpressions() {}

  /** Returns null for a type that is not known. */
  static @Nullable Expression of(String type, JsonNode value) {
    String text = value.asText();
    return switch (type) {
      case "String" -> new Text(Literals.text(text));
      case "Boolean", "Double" -> new Text(text);
      case "Integer" -> new Text(integer(value, Integer.SIZE));
      case "Long" -> new Text(integer(value, Long.SIZE) + "L");
      case "Float" -> new Text(text + "F");
      case "BigInteger" ->
          new Text("new BigInteger(" + Literals.text(integer(value, Integer.MAX_VALUE)) + ")");
      case "BigDecimal" -> new Text("new BigDecimal(" + Literals.text(text) + ")");
      case "LocalDate", "OffsetDateTime" -> new Text(type + ".parse(" + Literals.text(text) + ")");
      case "Object", "Map<String, Object>", "List<Object>" -> Literals.of(value);
      default -> null;
    };
  }

  /** Without the exponent that JSON allows in an integer, as in {@code 1e3}. */
  private static String integer(JsonNode value, int bits) {
    try {
      BigInteger exact = new BigDecimal(value.asText()).toBigIntegerExact();
      if (exact.bitLength() < bits) {
        return exact.toString();
      }
    } catch (ArithmeticException | NumberFormatException none) {
      // said below
    }
    throw new NoExampleException("an example that is no integer, or too large for its type,");
  }
}
