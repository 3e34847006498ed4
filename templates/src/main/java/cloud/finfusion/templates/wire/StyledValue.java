package cloud.finfusion.templates.wire;

import cloud.finfusion.templates.reference.NoExampleException;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A parameter's value as OpenAPI says that its style writes it.
 *
 * @param in where it stands, as {@code query}; of a body's field, {@code form}
 * @param style as {@code form}
 * @param explode whether each item or field stands by itself
 * @param name the parameter's name
 * @param value its value
 */
record StyledValue(String in, String style, boolean explode, String name, JsonNode value) {

  /** A name and a value of a query, a form or the headers. */
  record Pair(String name, String value) {}

  static StyledValue of(Parameter parameter, JsonNode value) {
    boolean form = "query".equals(parameter.getIn()) || "cookie".equals(parameter.getIn());
    String usual = form ? "form" : "simple";
    String style = parameter.getStyle() == null ? usual : String.valueOf(parameter.getStyle());
    boolean explode = Objects.requireNonNullElse(parameter.getExplode(), style.equals("form"));
    return new StyledValue(parameter.getIn(), style, explode, parameter.getName(), value);
  }

  /** In a query or a form. */
  List<Pair> pairs() {
    if (style.equals("deepObject") || isNested()) {
      return deep(name, value);
    }
    if (value.isArray() && explode) {
      return items().map(each -> new Pair(name, each)).toList();
    }
    if (value.isObject() && explode) {
      return fields();
    }
    return isEmpty() ? List.of() : List.of(new Pair(name, joined(delimiter(), delimiter())));
  }

  /** Whether nothing is sent: a null, or a list or an object of nothing else. */
  boolean isEmpty() {
    boolean noField = value.isObject() && fields().isEmpty();
    return value.isNull() || noField || (value.isArray() && present(value).findAny().isEmpty());
  }

  /** Whether it is a list of nothing but objects and lists, for which no style has a form. */
  private boolean isNested() {
    List<JsonNode> items = present(value).toList();
    return value.isArray()
        && !items.isEmpty()
        && items.stream().allMatch(JsonNode::isContainerNode);
  }

  /** Those of a list that are not null, which no style has a form for either. */
  private static Stream<JsonNode> present(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).filter(each -> !each.isNull());
  }

  /** Whether a text has an object's fields in their order. */
  boolean isOrdered() {
    boolean pairs = in.equals("query") || in.equals("form");
    boolean deep = style.equals("deepObject") || isNested();
    return !pairs || (!deep && (value.isArray() || !explode));
  }

  private String delimiter() {
    return switch (style) {
      case "spaceDelimited" -> " ";
      case "pipeDelimited" -> "|";
      default -> ",";
    };
  }

  private List<Pair> fields() {
    return value.properties().stream()
        .flatMap(each -> deep(each.getKey(), each.getValue()).stream())
        .toList();
  }

  private static List<Pair> deep(String name, JsonNode value) {
    List<Pair> all = new ArrayList<>();
    addDeep(all, name, value);
    return all;
  }

  private static void addDeep(List<Pair> all, String name, JsonNode value) {
    if (value.isObject()) {
      for (Map.Entry<String, JsonNode> each : value.properties()) {
        addDeep(all, name + "[" + each.getKey() + "]", each.getValue());
      }
    } else if (value.isArray()) {
      for (int i = 0; i < value.size(); i++) {
        addDeep(all, name + "[" + i + "]", value.get(i));
      }
    } else if (!value.isNull()) {
      all.add(new Pair(name, plain(value)));
    }
  }

  /** In a path. */
  String segment() {
    if (isEmpty()) {
      throw new NoExampleException("an example without an item, which a path refuses");
    }
    String equal = explode ? "=" : ",";
    return switch (style) {
      case "label" -> "." + joined(explode ? "." : ",", equal);
      case "matrix" -> matrix(equal);
      default -> joined(",", equal);
    };
  }

  private String matrix(String equal) {
    if (value.isObject() && explode) {
      return ";" + joined(";", equal);
    }
    return ";" + name + "=" + joined(explode ? ";" + name + "=" : ",", equal);
  }

  /** In a header, or of a cookie. */
  String text() {
    return joined(",", explode && style.equals("simple") ? "=" : ",");
  }

  private String joined(String delimiter, String equal) {
    if (value.isObject()) {
      return fields().stream()
          .map(
              each ->
                  requireUndivided(delimiter, each.name())
                      + equal
                      + requireUndivided(delimiter, each.value()))
          .collect(Collectors.joining(delimiter));
    }
    return value.isArray()
        ? items()
            .map(each -> requireUndivided(delimiter, each))
            .collect(Collectors.joining(delimiter))
        : plain(value);
  }

  /** Only in a URL a comma or a semicolon may stand in an item, percent-encoded. */
  private String requireUndivided(String delimiter, String item) {
    boolean encoded = (in.equals("query") || in.equals("path")) && !" |.".contains(delimiter);
    if (!encoded && item.contains(delimiter)) {
      throw new NoExampleException("an example with the delimiter of a list in an item");
    }
    return item;
  }

  private Stream<String> items() {
    return present(value).map(StyledValue::plain);
  }

  /** A number in full; JSON of what has no style within another value. */
  private static String plain(JsonNode value) {
    if (value.isContainerNode()) {
      return value.toString();
    }
    return value.isNumber() ? value.decimalValue().toPlainString() : value.asText();
  }
}
