package cloud.finfusion.templates;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CodegenOperation;
import org.openapitools.codegen.CodegenParameter;

/** What the methods of an operation take: the facade's and, below it, the Retrofit interface's. */
final class Arguments {
  private Arguments() {}

  static void describe(CodegenOperation operation) {
    operation.vendorExtensions.put("x-path-arguments", ofPath(operation));
    operation.vendorExtensions.put("x-arguments", ofFacade(operation));
    operation.vendorExtensions.put("x-parameters", ofRetrofit(operation));
    operation.vendorExtensions.put("x-values", String.join(", ", values(operation)));
  }

  /** Path arguments one by one, then the query and the body as one value each. */
  private static List<Map<String, Object>> ofFacade(CodegenOperation operation) {
    List<Map<String, Object>> arguments = new ArrayList<>();
    operation.pathParams.forEach(
        each ->
            arguments.add(
                argument(each.dataType, each.paramName, each.unescapedDescription, false)));
    Object query = operation.vendorExtensions.get(Inputs.QUERY);
    if (query != null) {
      arguments.add(argument(query.toString(), "params", "what to ask for", true));
    }
    if (operation.bodyParam != null) {
      arguments.add(argument(operation.bodyParam.dataType, body(operation), "what to send", false));
    } else if (operation.vendorExtensions.get(Inputs.FORM) != null) {
      String form = String.valueOf(operation.vendorExtensions.get(Inputs.FORM));
      arguments.add(argument(form, body(operation), "what to send", true));
    }
    return arguments;
  }

  private static List<Map<String, Object>> ofPath(CodegenOperation operation) {
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
  private static String body(CodegenOperation operation) {
    return operation.vendorExtensions.get(Inputs.QUERY) == null ? "params" : "body";
  }

  private static List<Map<String, Object>> ofRetrofit(CodegenOperation operation) {
    List<Map<String, Object>> parameters = new ArrayList<>();
    operation.pathParams.forEach(each -> parameters.add(parameter("Path", each)));
    operation.queryParams.forEach(each -> parameters.add(parameter("Query", each)));
    operation.formParams.forEach(each -> parameters.add(parameter("Field", each)));
    if (operation.bodyParam != null) {
      parameters.add(parameter("@Body", body(operation), operation.bodyParam));
    }
    operation.headerParams.forEach(each -> parameters.add(parameter("Header", each)));
    return parameters;
  }

  private static Map<String, Object> parameter(String annotation, CodegenParameter parameter) {
    String named = "@" + annotation + "(\"" + parameter.baseName + "\")";
    return parameter(named, parameter.paramName, parameter);
  }

  private static Map<String, Object> parameter(
      String annotation, String name, CodegenParameter parameter) {
    String doc = Objects.requireNonNullElse(parameter.unescapedDescription, "what to send");
    return Map.of(
        "annotation", annotation,
        "type", parameter.dataType,
        "name", name,
        "optional", !parameter.required,
        "doc", doc);
  }

  /** What the facade passes to the Retrofit method, in that method's order. */
  private static List<String> values(CodegenOperation operation) {
    List<String> values = new ArrayList<>();
    operation.pathParams.forEach(each -> values.add(each.paramName));
    operation.queryParams.forEach(each -> values.add("params." + each.paramName + "()"));
    operation.formParams.forEach(each -> values.add(body(operation) + "." + each.paramName + "()"));
    if (operation.bodyParam != null) {
      values.add(body(operation));
    }
    operation.headerParams.forEach(each -> values.add(header(each)));
    return values;
  }

  /** The same values, but for the cursor, which each page brings. */
  static String valuesWith(CodegenOperation operation, String cursor) {
    List<String> values = values(operation);
    values.replaceAll(value -> value.equals("params." + cursor + "()") ? "cursor" : value);
    return String.join(", ", values);
  }

  private static String header(CodegenParameter parameter) {
    return parameter.baseName.equalsIgnoreCase("Idempotency-Key")
        ? "options.idempotencyKey()"
        : "null";
  }
}
