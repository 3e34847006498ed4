package cloud.finfusion.sandbox;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which resources a list is asked for: those whose fields have the values that the path and the
 * query give for their names.
 */
final class ListFilter {
  /** No field of a resource, but what it was created with. */
  private static final String KEY = "idempotency_key";

  private ListFilter() {}

  static Predicate<Store.Stored> of(
      Operation operation, ApiRequest request, Stream<String> notFields) {
    Map<String, String> wanted = new LinkedHashMap<>(operation.path().values(request.path()));
    operation
        .queryParameters()
        .filter(request.query()::containsKey)
        .forEach(name -> wanted.put(name, String.valueOf(request.queryValue(name))));
    notFields.forEach(wanted::remove);
    return stored ->
        wanted.entrySet().stream().allMatch(e -> has(stored, e.getKey(), e.getValue()));
  }

  private static boolean has(Store.Stored stored, String name, String value) {
    return name.equals(KEY)
        ? value.equals(stored.key())
        : stored.resource().path(name).asText().equals(value);
  }
}
