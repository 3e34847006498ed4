package cloud.finfusion.sandbox.internal.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Checks a value against a schema or a part of one. */
@FunctionalInterface
public interface SchemaCheck {
  void check(JsonNode value, Location location, FieldErrors errors);

  /** Whether a value has no error. */
  default boolean accepts(JsonNode value) {
    FieldErrors errors = new FieldErrors();
    check(value, Location.ROOT, errors);
    return errors.isEmpty();
  }

  /** All of these checks, each with its own errors. */
  static SchemaCheck all(List<SchemaCheck> checks) {
    return checks.size() == 1
        ? checks.get(0)
        : (value, location, errors) -> {
          for (SchemaCheck each : checks) {
            each.check(value, location, errors);
          }
        };
  }
}
