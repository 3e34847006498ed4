package cloud.finfusion.templates;

import cloud.finfusion.templates.RetrofitParameter.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openapitools.codegen.CodegenOperation;
import org.openapitools.codegen.CodegenParameter;
import org.openapitools.codegen.CodegenProperty;

/**
 * The parameters whose values the facade takes from the query's model: they stand in the URL or in
 * headers.
 */
final class QueryParameters {
  private final OperationInputs inputs;
  private final CodegenOperation operation;
  private final ModelIndex models;

  QueryParameters(OperationInputs inputs, ModelIndex models) {
    this.inputs = inputs;
    this.operation = inputs.operation();
    this.models = models;
  }

  List<RetrofitParameter> query() {
    return operation.queryParams.stream().flatMap(this::query).toList();
  }

  private Stream<RetrofitParameter> query(CodegenParameter parameter) {
    CodegenProperty field = field(parameter);
    if (isJson(parameter)) {
      String one = "@Query(" + JavaText.literal(parameter.baseName) + ")";
      Value json = Value.converted("json", given(field));
      return Stream.of(RetrofitParameter.of(parameter, one, "String", json));
    }
    return new QueryField(parameter, field.datatypeWithEnum, ValueShape.of(field, models))
        .parameters(given(field)).stream();
  }

  private CodegenProperty field(CodegenParameter parameter) {
    Object name =
        parameter.vendorExtensions.getOrDefault(ParameterSchemas.FIELD, parameter.baseName);
    return inputs.query().orElseThrow().field(name.toString());
  }

  private static String given(CodegenProperty field) {
    return "params." + field.name + "()";
  }

  List<RetrofitParameter> headers() {
    List<RetrofitParameter> headers = new ArrayList<>();
    for (CodegenParameter each : operation.headerParams) {
      if (each.baseName.equalsIgnoreCase("Idempotency-Key")) {
        headers.add(header(each, each.dataType, Value.of("options.idempotencyKey()")));
      } else if (ParameterSchemas.isGiven("header", each.baseName)) {
        headers.add(header(each, field(each)));
      }
    }
    cookies().ifPresent(headers::add);
    return headers;
  }

  /** Whether the specification says a media type in place of a style. */
  private static boolean isJson(CodegenParameter parameter) {
    return parameter.getContent() != null && !parameter.getContent().isEmpty();
  }

  private RetrofitParameter header(CodegenParameter each, CodegenProperty field) {
    if (isJson(each)) {
      return header(each, "String", Value.converted("json", given(field)));
    }
    return ValueShape.of(field, models) == ValueShape.TEXT
        ? header(each, field.datatypeWithEnum, Value.of(given(field)))
        : header(each, "String", unescaped(each, field, each.isExplode ? "\"=\"" : "\",\""));
  }

  private static Value unescaped(CodegenParameter parameter, CodegenProperty field, String equal) {
    return Value.converted(
        "unescaped", JavaText.literal(parameter.baseName), "\",\"", equal, given(field));
  }

  private static RetrofitParameter header(CodegenParameter each, String type, Value value) {
    return RetrofitParameter.of(
        each, "@Header(" + JavaText.literal(each.baseName) + ")", type, value);
  }

  private String cookie(CodegenParameter parameter) {
    CodegenProperty field = field(parameter);
    String given = given(field);
    if (isJson(parameter)) {
      return Value.converted("json", given).expression();
    }
    return ValueShape.of(field, models) == ValueShape.TEXT
        ? given
        : unescaped(parameter, field, "\",\"").expression();
  }

  /** One header holds all of them. */
  private Optional<RetrofitParameter> cookies() {
    if (operation.cookieParams.isEmpty()) {
      return Optional.empty();
    }
    String values =
        operation.cookieParams.stream()
            .map(each -> JavaText.literal(each.baseName) + ", " + cookie(each))
            .collect(Collectors.joining(", "));
    return Optional.of(
        RetrofitParameter.of(
            "@Header(\"Cookie\")",
            "String",
            "cookies",
            true,
            "name and value of each",
            Value.converted("cookies", values)));
  }
}
