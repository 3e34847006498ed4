package cloud.finfusion.verification.generators;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Discriminator;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.utils.ModelUtils;

/** Documents made of types alone: examples in real specifications often do not fit their schema. */
@SuppressWarnings("rawtypes") // as the OpenAPI model has them
final class SyntheticDocuments {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Map<String, String> TEXTS =
      Map.of("date-time", "2026-03-15T10:30:00Z", "date", "2026-03-15");

  private final OpenAPI spec;
  private final Map<String, ObjectNode> marks = new HashMap<>();
  private final Deque<String> within = new ArrayDeque<>();

  SyntheticDocuments(OpenAPI spec) {
    this.spec = spec;
    ModelUtils.getSchemas(spec).forEach((name, schema) -> mark(name, schema));
  }

  /** What tells the kinds of a union apart, by name of the kind. */
  private void mark(String name, Schema<?> union) {
    Discriminator discriminator = union.getDiscriminator();
    if (discriminator != null) {
      Stream<String> listed =
          stream(union.getOneOf())
              .map(kind -> kind.get$ref())
              .filter(Objects::nonNull)
              .map(ModelUtils::getSimpleRef);
      Stream.concat(listed, inheriting(name))
          .forEach(
              kind ->
                  marks.put(
                      kind,
                      NODES
                          .objectNode()
                          .put(discriminator.getPropertyName(), value(discriminator, kind))));
    }
  }

  /** Those that name a schema in their {@code allOf}, and those that name these. */
  private Stream<String> inheriting(String parent) {
    return ModelUtils.getSchemas(spec).entrySet().stream()
        .filter(
            each ->
                parts(each.getValue())
                    .map(part -> part.get$ref())
                    .filter(Objects::nonNull)
                    .anyMatch(part -> ModelUtils.getSimpleRef(part).equals(parent)))
        .map(Map.Entry::getKey)
        .flatMap(kind -> Stream.concat(Stream.of(kind), inheriting(kind)));
  }

  private String value(Discriminator discriminator, String kind) {
    return Objects.requireNonNullElse(discriminator.getMapping(), Map.<String, String>of())
        .entrySet()
        .stream()
        .filter(entry -> entry.getValue().replaceFirst(".*/", "").equals(kind))
        .map(Map.Entry::getKey)
        .findFirst()
        .or(() -> constant(kind, discriminator.getPropertyName()))
        .orElse(kind);
  }

  /** What nothing maps may say its only value itself. */
  private Optional<String> constant(String kind, String field) {
    Schema<?> schema = ModelUtils.getSchemas(spec).get(kind);
    return Stream.concat(Stream.of(schema), parts(schema))
        .filter(part -> part != null && part.getProperties() != null)
        .map(part -> ModelUtils.getReferencedSchema(spec, part.getProperties().get(field)))
        .filter(found -> found != null && found.getEnum() != null && found.getEnum().size() == 1)
        .map(found -> String.valueOf(found.getEnum().get(0)))
        .findFirst();
  }

  private static Stream<Schema<?>> parts(@Nullable Schema<?> schema) {
    return schema == null
        ? Stream.empty()
        : stream(schema.getAllOf()).map(part -> (Schema<?>) part);
  }

  /** A document for a named schema, with every field that it declares. */
  JsonNode named(String name, Schema<?> schema) {
    within.push(name);
    try {
      JsonNode document = of(schema);
      if (document instanceof ObjectNode object && marks.containsKey(name)) {
        mark(object, marks.get(name));
      }
      return document;
    } finally {
      within.pop();
    }
  }

  /** A kind need not declare the field that tells it. */
  private static void mark(ObjectNode object, ObjectNode marks) {
    marks
        .properties()
        .forEach(
            mark -> {
              if (object.has(mark.getKey())) {
                object.set(mark.getKey(), mark.getValue());
              }
            });
  }

  private JsonNode of(@Nullable Schema<?> schema) {
    if (schema == null) {
      return NODES.textNode("anything");
    }
    if (schema.get$ref() != null) {
      String name = ModelUtils.getSimpleRef(schema.get$ref());
      return named(name, ModelUtils.getReferencedSchema(spec, schema));
    }
    if (schema.getConst() != null) {
      return NODES.pojoNode(schema.getConst());
    }
    Optional<?> value = stream(schema.getEnum()).filter(Objects::nonNull).findFirst();
    if (value.isPresent() && value.get() instanceof String text) {
      return NODES.textNode(text);
    }
    return ofShape(schema);
  }

  private JsonNode ofShape(Schema<?> schema) {
    boolean fields = schema.getProperties() != null || schema.getAllOf() != null;
    if (!fields) {
      Optional<Schema<?>> alternative =
          alternatives(schema).filter(each -> !isNull(each)).findFirst();
      if (alternative.isPresent()) {
        return of(alternative.get());
      }
      return byType(schema);
    }
    if (schema.getProperties() == null && schema.getAllOf().size() == 1) {
      return of(schema.getAllOf().get(0));
    }
    ObjectNode object = NODES.objectNode();
    fill(object, schema);
    return object;
  }

  private static Stream<Schema<?>> alternatives(Schema<?> schema) {
    return Stream.<List<Schema>>of(
            Objects.requireNonNullElse(schema.getOneOf(), List.of()),
            Objects.requireNonNullElse(schema.getAnyOf(), List.of()))
        .flatMap(List::stream)
        .map(each -> (Schema<?>) each);
  }

  private static boolean isNull(Schema<?> schema) {
    Set<String> types = schema.getTypes();
    return "null".equals(schema.getType()) || (types != null && types.equals(Set.of("null")));
  }

  private void fill(ObjectNode object, Schema<?> schema) {
    stream(schema.getAllOf())
        .forEach(part -> fill(object, ModelUtils.getReferencedSchema(spec, part)));
    List<String> required = Objects.requireNonNullElse(schema.getRequired(), List.of());
    if (schema.getProperties() != null) {
      schema
          .getProperties()
          .forEach((name, field) -> fill(object, name, field, required.contains(name)));
    }
  }

  /** What stands inside itself has only what it must have at the second round. */
  private void fill(ObjectNode object, String name, Schema<?> field, boolean required) {
    if (required || !(endless(field) || isSecondRound())) {
      object.set(name, of(field));
    }
  }

  private boolean isSecondRound() {
    String current = within.peek();
    return within.stream().filter(name -> name.equals(current)).count() > 1;
  }

  private boolean endless(Schema<?> schema) {
    return schema.get$ref() != null && within.contains(ModelUtils.getSimpleRef(schema.get$ref()));
  }

  private JsonNode byType(Schema<?> schema) {
    if (ModelUtils.isArraySchema(schema)) {
      Schema<?> items = schema.getItems();
      boolean ends = items != null && endless(items);
      return ends ? NODES.arrayNode() : NODES.arrayNode().add(of(items));
    }
    if (ModelUtils.isBooleanSchema(schema)) {
      return NODES.booleanNode(true);
    }
    if (ModelUtils.isIntegerSchema(schema) || ModelUtils.isNumberSchema(schema)) {
      return NODES.numberNode(1);
    }
    if (ModelUtils.isStringSchema(schema)
        || ModelUtils.isDateSchema(schema)
        || ModelUtils.isDateTimeSchema(schema)) {
      return NODES.textNode(TEXTS.getOrDefault(String.valueOf(schema.getFormat()), "text"));
    }
    return map(schema);
  }

  private ObjectNode map(Schema<?> schema) {
    ObjectNode map = NODES.objectNode();
    if (schema.getAdditionalProperties() instanceof Schema<?> value && !endless(value)) {
      map.set("name", of(value));
    }
    return map;
  }

  private static <V> Stream<V> stream(@Nullable List<V> list) {
    return list == null ? Stream.empty() : list.stream();
  }
}
