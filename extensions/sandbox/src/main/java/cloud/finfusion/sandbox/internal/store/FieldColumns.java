package cloud.finfusion.sandbox.internal.store;

import cloud.finfusion.sandbox.internal.compact.IntColumn;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A hash of the value of each field that lists are filtered by, for each resource of a family. */
final class FieldColumns {
  private final Map<String, IntColumn> columns = new TreeMap<>();

  FieldColumns(Set<String> fields) {
    fields.forEach(field -> columns.put(field, new IntColumn()));
  }

  void add(JsonNode resource) {
    columns.forEach((field, column) -> column.add(hash(resource, field)));
  }

  void set(int position, JsonNode resource) {
    columns.forEach((field, column) -> column.set(position, hash(resource, field)));
  }

  /** False only if the resource at this position does not pass the filter. */
  boolean mayMatch(int position, ListFilter filter) {
    return filter.values().entrySet().stream().allMatch(each -> mayEqual(position, each));
  }

  private boolean mayEqual(int position, Map.Entry<String, String> wanted) {
    IntColumn column = columns.get(wanted.getKey());
    return column == null || column.get(position) == wanted.getValue().hashCode();
  }

  private static int hash(JsonNode resource, String field) {
    return resource.path(field).asText().hashCode();
  }
}
