package cloud.finfusion.templates.wire;

import cloud.finfusion.templates.reference.NoExampleException;
import cloud.finfusion.templates.spec.SchemaFields;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.utils.ModelUtils;

/** The order of an object's fields, which a model keeps; a map and a composed schema may not. */
@SuppressWarnings("rawtypes") // as the parser has them
record FieldOrder(OpenAPI openAPI) {

  /** The value as a model writes it, whatever order an example has. */
  JsonNode ordered(@Nullable Schema<?> given, JsonNode value) {
    Schema<?> schema = given == null ? null : ModelUtils.getReferencedSchema(openAPI, given);
    if (schema != null && value.isArray()) {
      ArrayNode items = JsonNodeFactory.instance.arrayNode();
      value.forEach(each -> items.add(ordered(schema.getItems(), each)));
      return items;
    }
    return schema != null && value.isObject() ? orderedObject(schema, value) : value;
  }

  private JsonNode orderedObject(Schema<?> schema, JsonNode value) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    new SchemaFields(openAPI)
        .of(schema)
        .forEach(
            (name, field) -> {
              if (value.has(name)) {
                object.set(name, ordered(field, value.get(name)));
              }
            });
    value.properties().forEach(each -> object.putIfAbsent(each.getKey(), each.getValue()));
    return object;
  }

  /** Throws a NoExampleException if a program writes the fields of a value in any order. */
  void requireKnownOrder(@Nullable Schema<?> schema, JsonNode value) {
    if (!hasKnownOrder(schema, value)) {
      throw new NoExampleException("an example with several fields, which have no known order");
    }
  }

  private boolean hasKnownOrder(@Nullable Schema<?> given, JsonNode value) {
    Schema<?> schema = given == null ? null : ModelUtils.getReferencedSchema(openAPI, given);
    if (value.isArray()) {
      Schema<?> items = schema == null ? null : schema.getItems();
      return StreamSupport.stream(value.spliterator(), false)
          .allMatch(each -> hasKnownOrder(items, each));
    }
    return !value.isObject() || objectHasKnownOrder(schema, value);
  }

  private boolean objectHasKnownOrder(@Nullable Schema<?> schema, JsonNode value) {
    Map<String, Schema> fields = schema == null ? Map.of() : new SchemaFields(openAPI).of(schema);
    long others =
        value.properties().stream().filter(each -> !fields.containsKey(each.getKey())).count();
    return (value.size() <= 1 || (others <= 1 && !isComposed(schema)))
        && value.properties().stream()
            .allMatch(each -> hasKnownOrder(fields.get(each.getKey()), each.getValue()));
  }

  /** A model has the fields of all its parts in an order of its own. */
  private static boolean isComposed(@Nullable Schema<?> schema) {
    return schema != null && ModelUtils.isComposedSchema(schema);
  }
}
