package cloud.finfusion.sandbox.internal.store;

import cloud.finfusion.sandbox.internal.http.ApiRequest;
import cloud.finfusion.sandbox.internal.spec.Operation;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Selects the resources of a list: those whose fields equal the path and query parameters of the
 * same names.
 */
public final class ListFilter {
  /** Not a field: the key of the request that created the resource. */
  private static final String KEY = "idempotency_key";

  private ListFilter() {}

  public static Predicate<Store.Stored> of(
      Operation operation, ApiRequest request, Stream<String> otherParameters) {
    Map<String, String> values = new LinkedHashMap<>(operation.path().values(request.path()));
    operation
        .queryParameters()
        .filter(request.query()::containsKey)
        .forEach(name -> values.put(name, String.valueOf(request.queryValue(name))));
    otherParameters.forEach(values::remove);
    return stored ->
        values.entrySet().stream().allMatch(e -> has(stored, e.getKey(), e.getValue()));
  }

  private static boolean has(Store.Stored stored, String name, String value) {
    return name.equals(KEY)
        ? value.equals(stored.key())
        : stored.resource().path(name).asText().equals(value);
  }
}
