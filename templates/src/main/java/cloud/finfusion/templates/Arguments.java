package cloud.finfusion.templates;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CodegenOperation;
import org.openapitools.codegen.CodegenParameter;

/** What the methods of an operation take: the facade's and, below it, the Retrofit interface's. */
final class Arguments {
  private final CodegenOperation operation;
  private final PayloadKind body;
  private final RetrofitParameters wire;

  Arguments(CodegenOperation operation, ModelIndex models) {
    this.operation = operation;
    this.body = PayloadKind.of(operation);
    this.wire = new RetrofitParameters(operation, models, nameOfBody());
  }

  void describe() {
    operation.vendorExtensions.put("x-path-arguments", ofPath());
    wire.queryModel()
        .ifPresent(query -> operation.vendorExtensions.put("x-query-type", query.type()));
    operation.vendorExtensions.put("x-arguments", ofFacade());
    operation.vendorExtensions.put("x-parameters", ofRetrofit());
    operation.vendorExtensions.put("x-values", String.join(", ", values()));
    operation.vendorExtensions.put("x-verb", verb());
    operation.vendorExtensions.put("x-form", body == PayloadKind.FORM);
  }

  /** Retrofit sends a body only with verbs that are made for one, unless told. */
  private String verb() {
    String verb = operation.httpMethod;
    String path = String.valueOf(operation.vendorExtensions.get("x-relative-path"));
    boolean odd = (body != PayloadKind.NONE && verb.equals("DELETE")) || verb.equals("TRACE");
    return odd
        ? "HTTP(method = \"%s\", path = \"%s\"%s)"
            .formatted(verb, path, body == PayloadKind.NONE ? "" : ", hasBody = true")
        : "%s(\"%s\")".formatted(verb, path);
  }

  /** Path arguments one by one, then the other parameters and the body as one value each. */
  private List<Map<String, Object>> ofFacade() {
    List<Map<String, Object>> arguments = new ArrayList<>(ofPath());
    wire.queryModel()
        .ifPresent(
            query -> arguments.add(argument(query.type(), "params", "what to ask for", true)));
    if (body == PayloadKind.FORM) {
      arguments.add(argument(wire.formType(), nameOfBody(), "what to send", true));
    } else if (body != PayloadKind.NONE) {
      arguments.add(argument(body.type(operation), nameOfBody(), "what to send", false));
    }
    return arguments;
  }

  private List<Map<String, Object>> ofPath() {
    return operation.pathParams.stream()
        .map(each -> argument(each.dataType, each.paramName, each.unescapedDescription, false))
        .toList();
  }

  /** An argument; an expanded one is taken apart by the facade, so null must be found before. */
  private static Map<String, Object> argument(
      String type, String name, @Nullable String doc, boolean expanded) {
    String text = Objects.requireNonNullElse(doc, "the id");
    return Map.of("type", type, "name", name, "doc", text, "expanded", expanded);
  }

  /** {@code params}, unless the query has taken that name. */
  private String nameOfBody() {
    return operation.vendorExtensions.get(ParameterSchemas.QUERY) == null ? "params" : "body";
  }

  private List<Map<String, Object>> ofRetrofit() {
    List<Map<String, Object>> parameters = new ArrayList<>();
    operation.pathParams.forEach(each -> parameters.add(parameter("Path", each, each.dataType)));
    wire.query().forEach(each -> parameters.add(each.parameter()));
    if (body == PayloadKind.FORM) {
      wire.form().forEach(each -> parameters.add(each.parameter()));
    } else if (body != PayloadKind.NONE) {
      parameters.add(
          RetrofitParameters.parameter(
              "@Body",
              body.type(operation),
              nameOfBody(),
              body.isOptional(operation),
              body.doc(operation)));
    }
    wire.headers().forEach(each -> parameters.add(each.parameter()));
    return distinct(parameters);
  }

  private static List<Map<String, Object>> distinct(List<Map<String, Object>> parameters) {
    Set<Object> given = new HashSet<>();
    List<Map<String, Object>> distinct = new ArrayList<>();
    for (Map<String, Object> each : parameters) {
      Map<String, Object> renamed = new HashMap<>(each);
      for (int i = 2; !given.add(renamed.get("name")); i++) {
        renamed.put("name", each.get("name") + String.valueOf(i));
      }
      distinct.add(renamed);
    }
    return distinct;
  }

  private static Map<String, Object> parameter(
      String annotation, CodegenParameter each, String type) {
    String named = "@" + annotation + "(\"" + each.baseName + "\")";
    return RetrofitParameters.parameter(
        named, type, each.paramName, false, each.unescapedDescription);
  }

  /** What the facade passes to the Retrofit method, in that method's order. */
  private List<String> values() {
    List<String> values = new ArrayList<>();
    operation.pathParams.forEach(each -> values.add(each.paramName));
    wire.query().forEach(each -> values.add(each.value()));
    if (body == PayloadKind.FORM) {
      wire.form().forEach(each -> values.add(each.value()));
    } else if (body != PayloadKind.NONE) {
      values.add(nameOfBody());
    }
    wire.headers().forEach(each -> values.add(each.value()));
    return values;
  }

  /** The same values, but for the cursor, which each page brings. */
  String valuesWith(String cursor) {
    List<String> values = values();
    values.replaceAll(value -> value.equals("params." + cursor + "()") ? "cursor" : value);
    return String.join(", ", values);
  }
}
