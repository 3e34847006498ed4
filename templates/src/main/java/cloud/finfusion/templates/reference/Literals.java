package cloud.finfusion.templates.reference;

import cloud.finfusion.templates.reference.Expression.Call;
import cloud.finfusion.templates.reference.Expression.Text;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.commons.text.StringEscapeUtils;

/** Java literals of JSON. */
public final class Literals {
  /** How many pairs {@code Map.of} takes. */
  private static final int MOST_PAIRS = 10;

  private Literals() {}

  /** A text between quotes. */
  public static String text(String value) {
    return '"' + StringEscapeUtils.escapeJava(value) + '"';
  }

  /** A value whose schema says no type. */
  static Expression of(JsonNode value) {
    if (value.isNull()) {
      throw new NoExampleException("an example with null inside a list or a free value");
    }
    if (value.isObject()) {
      return map(value, Literals::of);
    }
    if (value.isArray()) {
      List<Expression> items = new ArrayList<>();
      value.forEach(each -> items.add(of(each)));
      return new Call("List.of", items);
    }
    if (value.isNumber()) {
      return number(value);
    }
    return value.isBoolean() ? new Text(value.asText()) : new Text(text(value.asText()));
  }

  /** Exact: a literal of Java is a double, or does not compile. */
  private static Expression number(JsonNode value) {
    if (value.canConvertToInt() && value.isIntegralNumber()) {
      return new Text(value.asText());
    }
    String type = value.isIntegralNumber() ? "BigInteger" : "BigDecimal";
    return new Text("new " + type + "(" + text(value.asText()) + ")");
  }

  /** An object whose values are written by a function. */
  static Expression map(JsonNode value, Function<JsonNode, Expression> written) {
    if (value.size() > MOST_PAIRS) {
      throw new NoExampleException("an example with more than " + MOST_PAIRS + " free fields");
    }
    List<Expression> pairs = new ArrayList<>();
    for (Map.Entry<String, JsonNode> each : value.properties()) {
      pairs.add(new Text(text(each.getKey())));
      pairs.add(written.apply(each.getValue()));
    }
    return new Call("Map.of", pairs);
  }
}
