package cloud.finfusion.templates.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A parameter's value as OpenAPI says that its style writes it.
 *
 * @param style as {@code form}
 * @param explode whether each item or field stands by itself
 * @param name the parameter's name
 * @param value its value
 */
record StyledValue(String style, boolean explode, String name, JsonNode value) {

  /** A name and a value of a query, a form or the headers. */
  record Pair(String name, String value) {}

  static StyledValue of(Parameter parameter, JsonNode value) {
    boolean form = "query".equals(parameter.getIn()) || "cookie".equals(parameter.getIn());
    String usual = form ? "form" : "simple";
    String style = parameter.getStyle() == null ? usual : String.valueOf(parameter.getStyle());
    boolean explode = Objects.requireNonNullElse(parameter.getExplode(), style.equals("form"));
    return new StyledValue(style, explode, parameter.getName(), value);
  }

  /** In a query or a form. */
  List<Pair> pairs() {
    boolean nested = value.isArray() && value.path(0).isContainerNode();
    if (style.equals("deepObject") || nested) {
      List<Pair> all = new ArrayList<>();
      addDeep(all, name, value);
      return all;
    }
    if (value.isArray() && explode) {
      return items().stream().map(each -> new Pair(name, each)).toList();
    }
    if (value.isObject() && explode) {
      return value.properties().stream()
          .map(each -> new Pair(each.getKey(), plain(each.getValue())))
          .toList();
    }
    return List.of(new Pair(name, joined(delimiter(), ",")));
  }

  private String delimiter() {
    return switch (style) {
      case "spaceDelimited" -> " ";
      case "pipeDelimited" -> "|";
      default -> ",";
    };
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
    } else {
      all.add(new Pair(name, plain(value)));
    }
  }

  /** In a path. */
  String segment() {
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
      return value.properties().stream()
          .map(each -> each.getKey() + equal + plain(each.getValue()))
          .collect(Collectors.joining(delimiter));
    }
    return value.isArray() ? String.join(delimiter, items()) : plain(value);
  }

  private List<String> items() {
    List<String> all = new ArrayList<>();
    value.forEach(each -> all.add(plain(each)));
    return all;
  }

  /** A number in full. */
  private static String plain(JsonNode value) {
    return value.isNumber() ? value.decimalValue().toPlainString() : value.asText();
  }
}
