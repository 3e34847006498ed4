package cloud.finfusion.sandbox.internal.store;

import cloud.finfusion.sandbox.internal.http.ApiRequest;
import cloud.finfusion.sandbox.internal.spec.Operation;
import cloud.finfusion.sandbox.internal.spec.Pagination;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Selects the resources of a list.
 *
 * @param idempotencyKey the key of the request that created the resources; null for any
 * @param values the texts that fields must have, by the names of the fields
 */
public record ListFilter(@Nullable String idempotencyKey, Map<String, String> values) {
  /** Passes all resources. */
  public static final ListFilter ALL = new ListFilter(null, Map.of());

  /** Not a field: the key of the request that created the resource. */
  private static final String KEY = "idempotency_key";

  /** The resources whose fields equal the path and query parameters of the same names. */
  public static ListFilter of(Operation operation, ApiRequest request) {
    Map<String, String> values = new HashMap<>(operation.path().values(request.path()));
    fields(operation)
        .filter(request.query()::containsKey)
        .forEach(name -> values.put(name, String.valueOf(request.queryValue(name))));
    return new ListFilter(request.queryValue(KEY), values);
  }

  /** The fields that the parameters of a list filter by. */
  static Stream<String> fields(Operation list) {
    String cursor = list.pagination().map(Pagination::cursor).orElse("");
    Set<String> others = Set.of(KEY, PageRequest.LIMIT, PageRequest.SINCE, PageRequest.ORDER);
    return Stream.concat(list.path().names(), list.queryParameters())
        .filter(name -> !others.contains(name) && !name.equals(cursor));
  }

  boolean matches(JsonNode resource) {
    return values.entrySet().stream()
        .allMatch(each -> resource.path(each.getKey()).asText().equals(each.getValue()));
  }
}
