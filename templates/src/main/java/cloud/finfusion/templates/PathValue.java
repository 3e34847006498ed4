package cloud.finfusion.templates;

import cloud.finfusion.templates.RetrofitParameter.Value;
import java.util.Objects;
import org.openapitools.codegen.CodegenParameter;

/** What stands in a path for a parameter, in the style that the specification says. */
record PathValue(CodegenParameter parameter, ValueShape shape) {

  /** Retrofit's; what is joined is percent-encoded, item by item. */
  String annotation() {
    return isPlain() || isDotted()
        ? "@Path(\"" + parameter.baseName + "\")"
        : "@Path(value = \"" + parameter.baseName + "\", encoded = true)";
  }

  /** The type of the Retrofit method's parameter. */
  String type() {
    return isPlain() ? parameter.dataType : "String";
  }

  /** What the facade passes. */
  Value value() {
    if (isPlain()) {
      return Value.of(parameter.paramName);
    }
    if (isMatrixOfAny()) {
      return Value.any("matrix", name(), given());
    }
    String method = isDotted() ? "unescaped" : "encoded";
    Value value =
        Value.converted(method, name(), delimiter(), equal(), given()); // of a text itself
    return start().isEmpty() ? value : value.after("\"" + start() + "\" + ");
  }

  /** Whether its delimiter is a dot, which percent-encoding does not change. */
  private boolean isDotted() {
    return shape != ValueShape.TEXT && delimiter().equals("\".\"");
  }

  private String name() {
    return JavaText.literal(RetrofitPath.wireName(parameter));
  }

  /** No builder has checked what the facade is given. */
  private String given() {
    return switch (shape) {
      case ANY -> Value.any("checked", name(), parameter.paramName).expression();
      case TEXT -> parameter.paramName;
      default -> Value.converted("filled", name(), parameter.paramName).expression();
    };
  }

  private boolean isMatrixOfAny() {
    return shape == ValueShape.ANY && parameter.isExplode && style(parameter).equals("matrix");
  }

  private boolean isPlain() {
    return shape == ValueShape.TEXT && start().isEmpty();
  }

  /** Whether the facade makes one text of it, which null must not become. */
  static boolean isJoined(CodegenParameter parameter) {
    return parameter.isContainer || !style(parameter).equals("simple");
  }

  private static String style(CodegenParameter parameter) {
    return Objects.requireNonNullElse(parameter.style, "simple");
  }

  private String start() {
    boolean fields = parameter.isExplode && shape == ValueShape.OBJECT;
    return switch (style(parameter)) {
      case "label" -> ".";
      case "matrix" -> fields ? ";" : ";" + JavaText.escape(RetrofitPath.wireName(parameter)) + "=";
      default -> "";
    };
  }

  private String delimiter() {
    if (!parameter.isExplode) {
      return "\",\"";
    }
    return switch (style(parameter)) {
      case "label" -> "\".\"";
      case "matrix" -> "\"" + (shape == ValueShape.OBJECT ? ";" : start()) + "\"";
      default -> "\",\"";
    };
  }

  private String equal() {
    return parameter.isExplode ? "\"=\"" : "\",\"";
  }
}
