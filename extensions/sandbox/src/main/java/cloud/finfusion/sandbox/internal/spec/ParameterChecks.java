package cloud.finfusion.sandbox.internal.spec;

import cloud.finfusion.sandbox.internal.http.ApiRequest;
import cloud.finfusion.sandbox.internal.schema.FieldErrors;
import cloud.finfusion.sandbox.internal.schema.Location;
import cloud.finfusion.sandbox.internal.schema.Schemas;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks the parameters of one operation: path, query and header; a query holds no others. */
record ParameterChecks(PathTemplate path, List<ParameterCheck> parameters, Set<String> query) {
  private static final Set<String> ELSEWHERE = Set.of("accept", "content-type", "authorization");

  static ParameterChecks of(Operation operation, Schemas schemas) {
    return new ParameterChecks(
        operation.path(),
        operation
            .parameters()
            .filter(ParameterChecks::isChecked)
            .map(each -> ParameterCheck.of(operation, each, schemas))
            .toList(),
        operation.queryParameters().collect(Collectors.toUnmodifiableSet()));
  }

  /** Cookies are not, nor the headers that OpenAPI describes elsewhere. */
  private static boolean isChecked(JsonNode parameter) {
    return !parameter.path("in").asText().equals("cookie")
        && !ELSEWHERE.contains(parameter.path("name").asText().toLowerCase(Locale.ROOT));
  }

  void check(ApiRequest request, FieldErrors errors) {
    parameters.forEach(each -> each.check(request, errors));
    for (String name : request.query().keySet()) {
      if (!query.contains(name)) {
        errors.add(
            Location.ROOT.field(name),
            "Query parameter '%s' is unexpected on path \"%s\"".formatted(name, path));
      }
    }
  }
}
