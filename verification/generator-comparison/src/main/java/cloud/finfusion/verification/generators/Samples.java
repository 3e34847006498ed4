package cloud.finfusion.verification.generators;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Discriminator;
import io.swagger.v3.oas.models.media.Schema;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.utils.ModelUtils;

/** Documents that a specification allows, made of its own examples. */
final class Samples {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final OpenAPI spec;

  /** What tells the kinds of a union apart, by reference to the kind. */
  private final Map<String, ObjectNode> marks = new HashMap<>();

  Samples(OpenAPI spec) {
    this.spec = spec;
    ModelUtils.getSchemas(spec).values().forEach(this::mark);
  }

  private void mark(Schema<?> union) {
    Discriminator discriminator = union.getDiscriminator();
    if (discriminator != null && discriminator.getMapping() != null) {
      discriminator
          .getMapping()
          .forEach(
              (name, kind) ->
                  marks.put(kind, NODES.objectNode().put(discriminator.getPropertyName(), name)));
    }
  }

  /** The schema itself: a reference is followed, and so is an {@code allOf} around a single one. */
  Schema<?> schema(Schema<?> schemaOrReference) {
    Schema<?> schema = ModelUtils.getReferencedSchema(spec, schemaOrReference);
    return isWrapper(schema) ? schema(schema.getAllOf().get(0)) : schema;
  }

  private static boolean isWrapper(Schema<?> schema) {
    return schema.getAllOf() != null
        && schema.getAllOf().size() == 1
        && schema.getProperties() == null;
  }

  JsonNode of(Schema<?> schemaOrReference) {
    Schema<?> schema = schema(schemaOrReference);
    if (isPresent(schema.getOneOf())) {
      return of(schema.getOneOf().get(0));
    }
    if (isPresent(schema.getAllOf()) || schema.getProperties() != null) {
      ObjectNode object = NODES.objectNode();
      fill(object, schema);
      return object.setAll(marks.getOrDefault(schemaOrReference.get$ref(), NODES.objectNode()));
    }
    if (schema.getExample() != null) {
      return json(schema.getExample());
    }
    return isPresent(schema.getEnum()) ? json(schema.getEnum().get(0)) : byType(schema);
  }

  private void fill(ObjectNode object, Schema<?> schema) {
    if (schema.getAllOf() != null) {
      schema.getAllOf().forEach(part -> fill(object, schema(part)));
    }
    if (schema.getProperties() != null) {
      schema.getProperties().forEach((name, property) -> object.set(name, of(property)));
    }
  }

  private JsonNode byType(Schema<?> schema) {
    if (ModelUtils.isArraySchema(schema)) {
      return NODES.arrayNode().add(of(schema.getItems()));
    }
    if (ModelUtils.isBooleanSchema(schema)) {
      return NODES.booleanNode(true);
    }
    if (ModelUtils.isIntegerSchema(schema) || ModelUtils.isNumberSchema(schema)) {
      return NODES.numberNode(1);
    }
    return ModelUtils.isStringSchema(schema) ? NODES.textNode("text") : NODES.objectNode();
  }

  /** The parser keeps times as Java's; the text form of either is JSON's. */
  private static JsonNode json(Object example) {
    if (example instanceof OffsetDateTime time) {
      return NODES.textNode(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time));
    }
    return example instanceof Date date
        ? NODES.textNode(LocalDate.ofInstant(date.toInstant(), ZoneOffset.UTC).toString())
        : JSON.valueToTree(example);
  }

  private static boolean isPresent(@Nullable List<?> list) {
    return list != null && !list.isEmpty();
  }
}
