package cloud.finfusion.sandbox.internal.spec;

import cloud.finfusion.sandbox.internal.http.ApiRequest;
import cloud.finfusion.sandbox.internal.schema.FieldErrors;
import cloud.finfusion.sandbox.internal.schema.Location;
import cloud.finfusion.sandbox.internal.schema.SchemaCheck;
import cloud.finfusion.sandbox.internal.schema.Schemas;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Checks one parameter: that it is there if it must be, once, and as its schema says. */
record ParameterCheck(
    String name,
    boolean required,
    Function<ApiRequest, List<String>> values,
    TextReader reader,
    SchemaCheck schema) {

  static ParameterCheck of(Operation operation, JsonNode parameter, Schemas schemas) {
    JsonNode schema = parameter.path("schema");
    String name = parameter.path("name").asText();
    return new ParameterCheck(
        name,
        parameter.path("required").asBoolean(),
        valuesOf(parameter.path("in").asText(), name, operation.path()),
        TextReader.ofParameter(operation.document(), parameter),
        schemas.compile(schema));
  }

  void check(ApiRequest request, FieldErrors errors) {
    List<String> given = values.apply(request);
    Location location = Location.ROOT.field(name);
    if (given.isEmpty() ? required : reader.isMissing(given)) {
      errors.add(location, "Parameter '%s' is required but is missing.".formatted(name));
    } else if (given.size() > 1 && !reader.takesMany()) {
      errors.add(
          location,
          "Multiple values found for parameter '%s' but it is not an array.".formatted(name));
    } else if (!given.isEmpty()) {
      schema.check(reader.read(given), location, errors);
    }
  }

  private static Function<ApiRequest, List<String>> valuesOf(
      String location, String name, PathTemplate path) {
    String header = name.toLowerCase(Locale.ROOT);
    return switch (location) {
      case "query" -> request -> request.query().getOrDefault(name, List.of());
      case "path" -> request -> List.of(path.values(request.path()).get(name));
      default -> request -> request.headers().getOrDefault(header, List.of());
    };
  }
}
