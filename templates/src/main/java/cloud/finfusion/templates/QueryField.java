package cloud.finfusion.templates;

import cloud.finfusion.templates.RetrofitParameter.Value;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.openapitools.codegen.CodegenParameter;

/**
 * A parameter of a query, in the style that the specification says.
 *
 * @param type the Java type of its value
 */
record QueryField(CodegenParameter parameter, String type, ValueShape shape) {

  /** One, but of a value of any type one for its texts and one for its fields. */
  List<RetrofitParameter> parameters(String given) {
    if (parameter.isDeepObject && shape != ValueShape.TEXT) {
      return List.of(many(Value.converted("deepObject", name(), given)));
    }
    return parameter.isExplode ? exploded(given) : unexploded(given);
  }

  private List<RetrofitParameter> exploded(String given) {
    return switch (shape) {
      case TEXT, TEXTS -> List.of(one(type, Value.of(given)));
      case EITHER -> List.of(one("List<String>", Value.converted("texts", given)));
      case OBJECT -> List.of(many(Value.converted("fields", given)));
      case NESTED -> List.of(many(Value.converted("deepObject", name(), given)));
      case ANY ->
          List.of(
              one("List<String>", Value.any("texts", given)).asOptional(),
              many(Value.any("fields", name(), given)));
    };
  }

  private List<RetrofitParameter> unexploded(String given) {
    return switch (shape) {
      case TEXT -> List.of(one(type, Value.of(given)));
      case TEXTS, EITHER, OBJECT -> List.of(isDelimited() ? delimited(given) : encoded(given));
      case NESTED -> List.of(many(Value.converted("deepObject", name(), given)));
      case ANY ->
          List.of(
              isDelimited()
                  ? many(Value.any("pairs", name(), delimiter(), given))
                  : many("@QueryMap(encoded = true)", Value.any("encoded", name(), given)));
    };
  }

  /** OpenAPI has these delimiters percent-encoded, as they would be in an item. */
  private boolean isDelimited() {
    return !delimiter().equals("\",\"");
  }

  private RetrofitParameter delimited(String given) {
    return one("String", Value.converted("unescaped", name(), delimiter(), delimiter(), given));
  }

  private RetrofitParameter encoded(String given) {
    String name = URLEncoder.encode(parameter.baseName, StandardCharsets.UTF_8);
    return RetrofitParameter.of(
        parameter,
        "@Query(value = \"" + name.replace("+", "%20") + "\", encoded = true)",
        "String",
        Value.converted("encoded", name(), delimiter(), delimiter(), given));
  }

  private RetrofitParameter one(String type, Value value) {
    return RetrofitParameter.of(parameter, "@Query(" + name() + ")", type, value);
  }

  private RetrofitParameter many(Value value) {
    return many("@QueryMap", value);
  }

  private RetrofitParameter many(String annotation, Value value) {
    return RetrofitParameter.of(parameter, annotation, "Map<String, String>", value);
  }

  private String name() {
    return JavaText.literal(parameter.baseName);
  }

  private String delimiter() {
    return switch (Objects.requireNonNullElse(parameter.style, "form")) {
      case "spaceDelimited" -> "\" \"";
      case "pipeDelimited" -> "\"|\"";
      default -> "\",\"";
    };
  }
}
