package cloud.finfusion.sandbox.internal.store;

import cloud.finfusion.sandbox.internal.http.ApiRequest;
import cloud.finfusion.sandbox.internal.spec.Operation;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Selects the resources of a list.
 *
 * @param idempotencyKey the key of the request that created the resources; null for any
 * @param fields whether a resource has the right fields
 */
public record ListFilter(@Nullable String idempotencyKey, Predicate<JsonNode> fields) {
  /** Not a field: the key of the request that created the resource. */
  private static final String KEY = "idempotency_key";

  /** The resources whose fields equal the path and query parameters of the same names. */
  public static ListFilter of(
      Operation operation, ApiRequest request, Stream<String> otherParameters) {
    Map<String, String> values = new LinkedHashMap<>(operation.path().values(request.path()));
    operation
        .queryParameters()
        .filter(request.query()::containsKey)
        .forEach(name -> values.put(name, String.valueOf(request.queryValue(name))));
    otherParameters.forEach(values::remove);
    return new ListFilter(values.remove(KEY), resource -> hasAll(resource, values));
  }

  private static boolean hasAll(JsonNode resource, Map<String, String> values) {
    return values.entrySet().stream()
        .allMatch(each -> resource.path(each.getKey()).asText().equals(each.getValue()));
  }
}
