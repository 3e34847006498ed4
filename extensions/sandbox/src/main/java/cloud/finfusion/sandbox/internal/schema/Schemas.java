package cloud.finfusion.sandbox.internal.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The schemas of one document, compiled for one direction. A named schema is compiled when a value
 * first meets it, so that schemas may refer to themselves and unused ones cost nothing.
 */
public final class Schemas {
  private final JsonNode document;
  private final Direction direction;
  private final Map<String, SchemaCheck> named = new ConcurrentHashMap<>();

  public Schemas(JsonNode document, Direction direction) {
    this.document = document;
    this.direction = direction;
  }

  /** The check of a schema. What stands beside a reference has no effect, as OpenAPI 3.0 says. */
  public SchemaCheck compile(JsonNode schema) {
    String reference = schema.path("$ref").asText();
    return reference.isEmpty() ? keywords(schema) : reference(reference);
  }

  SchemaCheck reference(String reference) {
    return (value, location, errors) ->
        named.computeIfAbsent(reference, name -> compile(at(name))).check(value, location, errors);
  }

  List<SchemaCheck> compileAll(JsonNode schemas) {
    List<SchemaCheck> checks = new ArrayList<>();
    schemas.forEach(each -> checks.add(compile(each)));
    return checks;
  }

  /** Whether a property does not travel in this direction. */
  boolean isAbsent(JsonNode property) {
    String reference = property.path("$ref").asText();
    return reference.isEmpty()
        ? property.path(direction.absent).asBoolean()
        : isAbsent(at(reference));
  }

  private SchemaCheck keywords(JsonNode schema) {
    List<SchemaCheck> checks = new ArrayList<>();
    schema
        .properties()
        .forEach(
            keyword -> {
              SchemaCheck check =
                  Keywords.compile(keyword.getKey(), keyword.getValue(), schema, this);
              if (check != null) {
                checks.add(check);
              }
            });
    return SchemaCheck.all(checks);
  }

  private JsonNode at(String reference) {
    JsonNode found = document.at(reference.substring(1));
    if (found.isMissingNode()) {
      throw new IllegalStateException("The specification has no " + reference);
    }
    return found;
  }
}
