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

/** The order of an object's fields, which a model keeps and a map does not. */
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
  void require(@Nullable Schema<?> schema, JsonNode value) {
    if (!isKept(schema, value)) {
      throw new NoExampleException("an example with several fields of a map, which has no order");
    }
  }

  private boolean isKept(@Nullable Schema<?> given, JsonNode value) {
    Schema<?> schema = given == null ? null : ModelUtils.getReferencedSchema(openAPI, given);
    if (value.isArray()) {
      Schema<?> items = schema == null ? null : schema.getItems();
      return StreamSupport.stream(value.spliterator(), false).allMatch(each -> isKept(items, each));
    }
    return !value.isObject() || isUnion(schema) || isKeptOfObject(schema, value);
  }

  private boolean isKeptOfObject(@Nullable Schema<?> schema, JsonNode value) {
    Map<String, Schema> fields = schema == null ? Map.of() : new SchemaFields(openAPI).of(schema);
    return (value.size() <= 1 || !fields.isEmpty())
        && value.properties().stream()
            .allMatch(each -> isKept(fields.get(each.getKey()), each.getValue()));
  }

  /** A program writes it as JSON. */
  private static boolean isUnion(@Nullable Schema<?> schema) {
    return schema != null && (schema.getOneOf() != null || schema.getAnyOf() != null);
  }
}
