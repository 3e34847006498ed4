package cloud.finfusion.templates;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CodegenOperation;
import org.openapitools.codegen.CodegenParameter;
import org.openapitools.codegen.CodegenProperty;

/**
 * How parameters and form fields travel: which Retrofit parameter, and what the facade gives it.
 */
final class RetrofitParameters {
  private final CodegenOperation operation;
  private final Optional<ModelIndex.Input> query;
  private final Optional<ModelIndex.Input> form;
  private final String bodyName;

  RetrofitParameters(CodegenOperation operation, ModelIndex models, String bodyName) {
    this.operation = operation;
    this.query = models.of(operation.vendorExtensions.get(ParameterSchemas.QUERY));
    this.form = models.of(operation.vendorExtensions.get(ParameterSchemas.FORM));
    this.bodyName = bodyName;
  }

  /** A parameter of the Retrofit method, and the facade's expression for it. */
  record Piece(Map<String, Object> parameter, String value) {}

  Optional<ModelIndex.Input> queryModel() {
    return query;
  }

  String formType() {
    return form.orElseThrow().type();
  }

  List<Piece> query() {
    return operation.queryParams.stream().map(this::query).toList();
  }

  private Piece query(CodegenParameter parameter) {
    CodegenProperty field = field(parameter);
    String given = "params." + field.name + "()";
    if (parameter.getContent() != null && !parameter.getContent().isEmpty()) {
      String json = "Parameters.json(" + given + ")";
      return piece(parameter, "@Query(\"%s\")", "String", json);
    }
    if (isObject(field)) {
      String map =
          parameter.isDeepObject || isKind(field, "mixed")
              ? "Parameters.deepObject(\"" + parameter.baseName + "\", " + given + ")"
              : "Parameters.fields(" + given + ")";
      return piece(parameter, "@QueryMap", "Map<String, String>", map);
    }
    if (isList(field) && !parameter.isExplode) {
      String joined = "Parameters.joined(\"%s\", %s)".formatted(delimiter(parameter), given);
      return piece(parameter, "@Query(\"%s\")", "String", joined);
    }
    return piece(parameter, "@Query(\"%s\")", field.datatypeWithEnum, given);
  }

  private CodegenProperty field(CodegenParameter parameter) {
    Object name =
        parameter.vendorExtensions.getOrDefault(ParameterSchemas.FIELD, parameter.baseName);
    return query.orElseThrow().field(name.toString());
  }

  private static String delimiter(CodegenParameter parameter) {
    return switch (Objects.requireNonNullElse(parameter.style, "form")) {
      case "spaceDelimited" -> " ";
      case "pipeDelimited" -> "|";
      default -> ",";
    };
  }

  List<Piece> form() {
    return form.orElseThrow().fields().stream().map(this::formField).toList();
  }

  /** Objects in forms are sent as most servers read them, a field each: {@code card[number]}. */
  private Piece formField(CodegenProperty field) {
    String given = bodyName + "." + field.name + "()";
    boolean object = isObject(field);
    return new Piece(
        parameter(
            object ? "@FieldMap" : "@Field(\"" + field.baseName + "\")",
            object ? "Map<String, String>" : field.datatypeWithEnum,
            field.name,
            !object && !field.required,
            field.unescapedDescription),
        object ? "Parameters.deepObject(\"" + field.baseName + "\", " + given + ")" : given);
  }

  List<Piece> headers() {
    List<Piece> pieces = new ArrayList<>();
    for (CodegenParameter each : operation.headerParams) {
      if (each.baseName.equalsIgnoreCase("Idempotency-Key")) {
        pieces.add(header(each, each.dataType, "options.idempotencyKey()"));
      } else if (ParameterSchemas.isGiven("header", each.baseName)) {
        CodegenProperty field = field(each);
        String given = "params." + field.name + "()";
        pieces.add(
            isList(field)
                ? header(each, "String", "Parameters.joined(\",\", " + given + ")")
                : header(each, field.datatypeWithEnum, given));
      }
    }
    cookies().ifPresent(pieces::add);
    return pieces;
  }

  private static Piece header(CodegenParameter each, String type, String value) {
    return piece(each, "@Header(\"%s\")", type, value);
  }

  /** One header holds all of them. */
  private Optional<Piece> cookies() {
    if (operation.cookieParams.isEmpty()) {
      return Optional.empty();
    }
    String values =
        operation.cookieParams.stream()
            .map(each -> "\"" + each.baseName + "\", params." + field(each).name + "()")
            .collect(Collectors.joining(", "));
    Map<String, Object> parameter =
        parameter("@Header(\"Cookie\")", "String", "cookies", true, "name and value of each");
    return Optional.of(new Piece(parameter, "Parameters.cookies(" + values + ")"));
  }

  private static Piece piece(CodegenParameter each, String annotation, String type, String value) {
    boolean optional = !each.required && !type.startsWith("Map<");
    Map<String, Object> parameter =
        parameter(
            annotation.formatted(each.baseName),
            type,
            each.paramName,
            optional,
            each.unescapedDescription);
    return new Piece(parameter, value);
  }

  static Map<String, Object> parameter(
      String annotation, String type, String name, boolean optional, @Nullable String doc) {
    return Map.of(
        "annotation", annotation,
        "type", type,
        "name", name,
        "optional", optional,
        "doc", Objects.requireNonNullElse(doc, "what to send"));
  }

  private static boolean isList(CodegenProperty field) {
    return field.datatypeWithEnum.startsWith("List<");
  }

  /** What is neither one text nor a list of texts. */
  private static boolean isObject(CodegenProperty field) {
    boolean map = field.datatypeWithEnum.startsWith("Map<");
    return map || isKind(field, "object") || isKind(field, "mixed");
  }

  private static boolean isKind(CodegenProperty field, String kind) {
    return kind.equals(field.vendorExtensions.get("x-kind"));
  }
}
