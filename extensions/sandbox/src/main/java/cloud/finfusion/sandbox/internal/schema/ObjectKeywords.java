package cloud.finfusion.sandbox.internal.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The keywords of objects. */
final class ObjectKeywords {
  private ObjectKeywords() {}

  static SchemaCheck properties(JsonNode properties, Schemas schemas) {
    Map<String, SchemaCheck> checks = new LinkedHashMap<>();
    properties
        .properties()
        .forEach(each -> checks.put(each.getKey(), schemas.compile(each.getValue())));
    return (value, location, errors) ->
        checks.forEach(
            (name, check) -> {
              JsonNode field = value.get(name);
              if (field != null) {
                check.check(field, location.field(name), errors);
              }
            });
  }

  /** Only a schema refuses anything: an unknown field is ignored, as in most APIs. */
  static SchemaCheck additionalProperties(JsonNode others, JsonNode schema, Schemas schemas) {
    JsonNode known = schema.path("properties");
    SchemaCheck other = schemas.compile(others);
    return (value, location, errors) ->
        value
            .properties()
            .forEach(
                field -> {
                  if (!known.has(field.getKey())) {
                    other.check(field.getValue(), location.field(field.getKey()), errors);
                  }
                });
  }

  static SchemaCheck required(JsonNode names, JsonNode schema, Schemas schemas) {
    List<String> needed = new ArrayList<>();
    for (JsonNode name : names) {
      if (!schemas.isAbsent(schema.path("properties").path(name.asText()))) {
        needed.add(name.asText());
      }
    }
    return (value, location, errors) -> {
      for (String name : needed) {
        if (value.isObject() && !value.has(name)) {
          errors.add(location.field(name), "is required");
        }
      }
    };
  }

  static SchemaCheck minProperties(JsonNode least) {
    int size = least.asInt();
    return (value, location, errors) -> {
      if (value.isObject() && value.size() < size) {
        errors.unsatisfied(location, "minProperties");
      }
    };
  }

  static SchemaCheck maxProperties(JsonNode most) {
    int size = most.asInt();
    return (value, location, errors) -> {
      if (value.isObject() && value.size() > size) {
        errors.unsatisfied(location, "maxProperties");
      }
    };
  }
}
