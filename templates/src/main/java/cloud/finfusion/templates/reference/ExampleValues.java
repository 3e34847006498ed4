package cloud.finfusion.templates.reference;

import cloud.finfusion.templates.spec.SchemaFields;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Discriminator;
import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.utils.ModelUtils;

/**
 * Makes a value of a schema: its example, else the smallest that it allows. An object that would be
 * empty has its first field, since to send none of them shows nothing.
 */
@SuppressWarnings("rawtypes") // as the parser has them
public final class ExampleValues {
  /** A schema that requires itself has no value. */
  private static final int DEEPEST = 12;

  /** Where optional fields end: each level has many times the fields of the one above. */
  private static final int DEEPEST_OPTIONAL = 4;

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final OpenAPI openAPI;
  private final int optionalDepth;

  private ExampleValues(OpenAPI openAPI, int optionalDepth) {
    this.openAPI = openAPI;
    this.optionalDepth = optionalDepth;
  }

  /** Values as short as they may be sent: of an object the required fields. */
  public static ExampleValues required(OpenAPI openAPI) {
    return new ExampleValues(openAPI, 0);
  }

  /** Values as they may be received: of an object all fields but those that are only sent. */
  public static ExampleValues received(OpenAPI openAPI) {
    return new ExampleValues(openAPI, DEEPEST_OPTIONAL);
  }

  /** Throws a NoExampleException if the schema does not say enough. */
  public JsonNode of(Schema<?> schema) {
    return value(schema, 0);
  }

  /** The example of a parameter or a body, unless it is null or none; else a value. */
  public JsonNode of(@Nullable JsonNode said, Schema<?> schema) {
    Schema<?> known = ModelUtils.getReferencedSchema(openAPI, schema);
    return said == null || isAboutIt(said, known) ? of(schema) : said;
  }

  /** The fields of an object by their names, in the order of the specification. */
  Map<String, Schema> fields(Schema<?> given) {
    return new SchemaFields(openAPI).of(given);
  }

  private JsonNode value(Schema<?> given, int depth) {
    if (depth > DEEPEST) {
      throw new NoExampleException("a schema requires itself");
    }
    Schema<?> schema = ModelUtils.getReferencedSchema(openAPI, given);
    JsonNode said = SaidExamples.of(given);
    if (said == null) {
      said = SaidExamples.of(schema);
    }
    return said == null || isAboutIt(said, schema) ? made(schema, depth) : said;
  }

  /** A text in place of an object or a list tells of it, and is none. */
  private boolean isAboutIt(JsonNode said, Schema<?> schema) {
    return said.isTextual() && (ModelUtils.isArraySchema(schema) || !fields(schema).isEmpty());
  }

  private JsonNode made(Schema<?> schema, int depth) {
    List<Schema> kinds = kinds(schema);
    if (!kinds.isEmpty()) {
      return kind(schema, kinds.get(0), depth);
    }
    Map<String, Schema> fields = fields(schema);
    if (!fields.isEmpty()) {
      return object(schema, fields, depth);
    }
    if (schema.getAllOf() != null && !schema.getAllOf().isEmpty()) {
      return value(schema.getAllOf().get(0), depth + 1);
    }
    if (ModelUtils.isArraySchema(schema)) {
      return list(schema, depth);
    }
    return ModelUtils.isTypeObjectSchema(schema) || ModelUtils.isMapSchema(schema)
        ? JSON.objectNode()
        : SmallestValues.of(schema);
  }

  private static List<Schema> kinds(Schema<?> schema) {
    return Stream.of(schema.getOneOf(), schema.getAnyOf())
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(List.of());
  }

  private JsonNode kind(Schema<?> union, Schema<?> kind, int depth) {
    JsonNode value = value(kind, depth + 1);
    Discriminator discriminator = union.getDiscriminator();
    if (discriminator != null && value instanceof ObjectNode object) {
      object.put(discriminator.getPropertyName(), nameOf(discriminator, kind));
    }
    return value;
  }

  private static @Nullable String nameOf(Discriminator discriminator, Schema<?> kind) {
    String name = ModelUtils.getSimpleRef(kind.get$ref());
    return Objects.requireNonNullElse(discriminator.getMapping(), Map.<String, String>of())
        .entrySet()
        .stream()
        .filter(each -> Objects.equals(ModelUtils.getSimpleRef(each.getValue()), name))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(name);
  }

  private JsonNode object(Schema<?> schema, Map<String, Schema> fields, int depth) {
    Set<String> required = new SchemaFields(openAPI).required(schema);
    ObjectNode object = JSON.objectNode();
    fields.forEach(
        (name, field) -> {
          if (required.contains(name)) {
            object.set(name, value(field, depth + 1));
          } else if (depth < optionalDepth && !isOnlySent(field)) {
            setIfThereIsOne(object, name, field, depth + 1);
          }
        });
    if (object.isEmpty()) {
      Map.Entry<String, Schema> first = fields.entrySet().iterator().next();
      object.set(first.getKey(), value(first.getValue(), depth + 1));
    }
    return object;
  }

  private boolean isOnlySent(Schema<?> field) {
    return Boolean.TRUE.equals(ModelUtils.getReferencedSchema(openAPI, field).getWriteOnly());
  }

  private void setIfThereIsOne(ObjectNode object, String name, Schema<?> field, int depth) {
    try {
      object.set(name, value(field, depth));
    } catch (NoExampleException none) {
      object.remove(name); // it is optional
    }
  }

  private JsonNode list(Schema<?> schema, int depth) {
    int size = Math.max(1, Objects.requireNonNullElse(schema.getMinItems(), 1));
    ArrayNode list = JSON.arrayNode();
    for (int i = 0; i < size; i++) {
      list.add(schema.getItems() == null ? JSON.objectNode() : value(schema.getItems(), depth + 1));
    }
    return list;
  }
}
