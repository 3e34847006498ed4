package cloud.finfusion.templates;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Checks {@code x-finfusion-wait} of one operation: a value that the field never has would be
 * waited for in vain.
 */
record WaitCheck(SchemaFieldNames fields, ExtensionCheck check) {
  private static final String NAME = "wait";
  private static final Set<String> KEYS = Set.of("field", "final", "failed");

  void check(HttpMethod method, Operation operation) {
    Object given = check.get(NAME);
    if (given == null) {
      return;
    }
    check.require(method == HttpMethod.GET, NAME, "a GET", method);
    boolean fresh = check.get("ttl") == null;
    check.require(fresh, NAME, "no x-finfusion-ttl beside it, as a kept response is old", "one");
    boolean complete = given instanceof Map<?, ?> map && map.keySet().equals(KEYS);
    check.require(complete, NAME, "a map with " + new TreeSet<>(KEYS), given);
    checkValues((Map<?, ?>) given, operation);
  }

  private void checkValues(Map<?, ?> given, Operation operation) {
    String field = String.valueOf(given.get("field"));
    Set<String> there = fields.ofResponse(operation);
    check.require(there.contains(field), NAME, "field to be one of " + there, field);
    Set<String> values = fields.valuesOfResponse(operation, field);
    check.require(!values.isEmpty(), NAME, "field to be an enum of texts", field);
    List<?> ends = list("final", given.get("final"));
    check.require(!ends.isEmpty(), NAME, "final to have a value", ends);
    checkAllOf("final", ends, values);
    checkAllOf("failed", list("failed", given.get("failed")), new TreeSet<>(texts(ends)));
  }

  private List<?> list(String key, @Nullable Object given) {
    check.require(given instanceof List<?>, NAME, key + " to be a list", given);
    return given instanceof List<?> list ? list : List.of();
  }

  private void checkAllOf(String key, List<?> given, Set<String> values) {
    for (String each : texts(given)) {
      check.require(values.contains(each), NAME, key + " to be of " + values, each);
    }
    boolean distinct = new HashSet<>(given).size() == given.size();
    check.require(distinct, NAME, key + " to name each value once", given);
  }

  private static List<String> texts(List<?> values) {
    return values.stream().map(String::valueOf).toList();
  }
}
