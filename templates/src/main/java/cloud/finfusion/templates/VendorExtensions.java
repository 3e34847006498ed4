package cloud.finfusion.templates;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Checks the {@code x-finfusion-*} extensions, so that a mistake in the YAML is reported and does
 * not become wrong Java.
 */
final class VendorExtensions {
  private static final String PREFIX = "x-finfusion-";

  private static final Set<String> KNOWN =
      Set.of(
          "assumed",
          "batch",
          "documented",
          "effect",
          "family",
          "idempotency",
          "method",
          "money",
          "pagination",
          "sensitive",
          "ttl");

  private final OpenAPI openAPI;
  private final SchemaFieldNames fields;
  private final SpecFile file;

  VendorExtensions(OpenAPI openAPI, SpecFile file) {
    this.openAPI = openAPI;
    this.fields = new SchemaFieldNames(openAPI);
    this.file = file;
  }

  /**
   * Throws an IllegalArgumentException that names operation or schema, what was expected, and the
   * line.
   */
  void check() {
    if (openAPI.getPaths() != null) {
      openAPI
          .getPaths()
          .values()
          .forEach(path -> path.readOperationsMap().forEach(this::checkOperation));
    }
    if (openAPI.getComponents() != null && openAPI.getComponents().getSchemas() != null) {
      openAPI.getComponents().getSchemas().forEach(this::checkSchema);
    }
  }

  private void checkOperation(HttpMethod method, Operation operation) {
    Place place =
        new Place(
            List.of("operationId: " + operation.getOperationId()), operation.getOperationId());
    checkNames(place, operation.getExtensions());
    Map<String, Object> extensions =
        Objects.requireNonNullElse(operation.getExtensions(), Map.of());
    Object keyed = extensions.get(PREFIX + "idempotency");
    if (keyed != null) {
      require(
          keyed instanceof Boolean, place, "idempotency", "true or false", () -> keyed.toString());
      require(
          method != HttpMethod.GET,
          place,
          "idempotency",
          "a write, as a read needs no key",
          method::name);
    }
    checkText(place, extensions, "method", "[a-z][a-zA-Z0-9]*", "a Java method name");
    checkText(place, extensions, "family", "[a-z][a-z0-9]*(_[a-z0-9]+)*", "a name in snake_case");
    checkTtl(place, method, extensions);
    checkFields(
        place,
        "pagination",
        extensions,
        Map.of(
            "cursor",
            fields.ofQuery(operation),
            "items",
            fields.ofResponse(operation),
            "hasMore",
            fields.ofResponse(operation),
            "nextCursor",
            fields.ofResponse(operation)));
    checkFields(
        place,
        "batch",
        extensions,
        Map.of(
            "items",
            fields.ofBody(operation),
            "results",
            fields.ofResponse(operation),
            "resource",
            fields.ofItems(operation, extensions),
            "error",
            fields.ofItems(operation, extensions)));
  }

  private void checkTtl(Place place, HttpMethod method, Map<String, Object> extensions) {
    Object ttl = extensions.get(PREFIX + "ttl");
    if (ttl != null) {
      boolean seconds = ttl instanceof Integer number && number > 0;
      require(seconds, place, "ttl", "whole seconds, at least 1", ttl::toString);
      require(method == HttpMethod.GET, place, "ttl", "a GET", method::name);
      boolean named = extensions.containsKey(PREFIX + "family");
      require(named, place, "ttl", "an x-finfusion-family beside it", () -> "none");
    }
  }

  private void checkSchema(String name, Schema<?> schema) {
    Place place = new Place(List.of(name + ":"), name);
    Map<String, Object> extensions = Objects.requireNonNullElse(schema.getExtensions(), Map.of());
    checkNames(place, extensions);
    Set<String> own = fields.of(schema);
    checkFields(place, "money", extensions, Map.of("value", own, "currency", own));
    if (schema.getProperties() != null) {
      schema
          .getProperties()
          .forEach(
              (property, of) ->
                  checkProperty(
                      new Place(List.of(name + ":", property + ":"), name + "." + property), of));
    }
  }

  private void checkProperty(Place place, Schema<?> property) {
    checkNames(place, property.getExtensions());
    if (property.getExtensions() != null) {
      Object sensitive = property.getExtensions().getOrDefault(PREFIX + "sensitive", true);
      require(
          sensitive instanceof Boolean, place, "sensitive", "true or false", sensitive::toString);
    }
  }

  private void checkNames(Place place, @Nullable Map<String, Object> extensions) {
    for (String each : Objects.requireNonNullElse(extensions, Map.<String, Object>of()).keySet()) {
      if (each.startsWith(PREFIX)) {
        String name = each.substring(PREFIX.length());
        require(KNOWN.contains(name), place, name, "one of " + new TreeSet<>(KNOWN), () -> name);
      }
    }
  }

  private void checkText(
      Place place, Map<String, Object> extensions, String name, String regex, String expected) {
    Object value = extensions.get(PREFIX + name);
    require(
        value == null || value.toString().matches(regex),
        place,
        name,
        expected,
        () -> String.valueOf(value));
  }

  /** Each role names a field that is there. */
  private void checkFields(
      Place place, String name, Map<String, Object> extensions, Map<String, Set<String>> roles) {
    Object given = extensions.get(PREFIX + name);
    if (given == null) {
      return;
    }
    String all = "a map with " + new TreeSet<>(roles.keySet());
    require(
        given instanceof Map<?, ?> map && map.keySet().equals(roles.keySet()),
        place,
        name,
        all,
        given::toString);
    ((Map<?, ?>) given)
        .forEach(
            (role, field) -> {
              Set<String> there = Objects.requireNonNull(roles.get(String.valueOf(role)));
              require(
                  there.contains(String.valueOf(field)),
                  place,
                  name,
                  role + " to be one of " + there,
                  () -> String.valueOf(field));
            });
  }

  private void require(
      boolean holds, Place place, String name, String expected, Supplier<String> got) {
    if (!holds) {
      throw new IllegalArgumentException(
          file.lineOf(place.lines(), PREFIX + name)
              + place.name()
              + ": "
              + PREFIX
              + name
              + ": expected "
              + expected
              + ", got "
              + got.get());
    }
  }

  /** The lines that lead to a thing in the YAML, and what people call it. */
  private record Place(List<String> lines, String name) {}
}
