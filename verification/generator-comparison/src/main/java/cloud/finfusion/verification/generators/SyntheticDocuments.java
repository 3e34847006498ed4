package cloud.finfusion.verification.generators;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
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
  private final KindMarks kinds;
  private final Deque<String> within = new ArrayDeque<>();

  SyntheticDocuments(OpenAPI spec) {
    this.spec = spec;
    this.kinds = new KindMarks(spec);
  }

  /** A document for a named schema, with every field that it declares. */
  JsonNode named(String name, Schema<?> schema) {
    Optional<String> kind = kinds.kindOf(name);
    if (kind.isPresent()) {
      return named(kind.get(), ModelUtils.getSchema(spec, kind.get()));
    }
    within.push(name);
    try {
      JsonNode document = of(schema);
      if (document instanceof ObjectNode object) {
        kinds.unionsOf(name).forEach(union -> addFields(object, union));
        kinds.mark(name, object);
      }
      return document;
    } finally {
      within.pop();
    }
  }

  /** Whether a property says which kind a document of the name is. */
  boolean tellsKind(String name, String property) {
    return kinds.tells(name, property);
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
    Optional<Schema<?>> alternative =
        alternatives(schema).filter(each -> !isNull(each)).findFirst();
    if (fields && schema.getDiscriminator() != null && alternative.isPresent()) {
      return ofKind(alternative.get(), schema);
    }
    if (!fields) {
      if (alternative.isPresent()) {
        return of(alternative.get());
      }
      return byType(schema);
    }
    if (schema.getProperties() == null && !hasFields(schema)) {
      return of(decisive(schema));
    }
    ObjectNode object = NODES.objectNode();
    fill(object, schema);
    return object;
  }

  /** A kind also has the fields that its union says beside its kinds. */
  private JsonNode ofKind(Schema<?> kind, Schema<?> union) {
    JsonNode document = of(kind);
    if (document instanceof ObjectNode object) {
      addFields(object, union);
    }
    return document;
  }

  private void addFields(ObjectNode object, Schema<?> union) {
    ObjectNode all = NODES.objectNode();
    fill(all, union);
    all.setAll(object);
    object.setAll(all);
  }

  /** Whether it, or a part of it, is an object with fields. */
  private boolean hasFields(Schema<?> schema) {
    return schema.getProperties() != null || parts(schema).anyMatch(this::hasFields);
  }

  /** The part of {@code allOf} that says the most of a value: which there are, else its type. */
  private Schema<?> decisive(Schema<?> schema) {
    List<Schema<?>> parts = stream(schema.getAllOf()).<Schema<?>>map(part -> part).toList();
    return Stream.<Predicate<Schema<?>>>of(this::saysValues, this::saysType)
        .flatMap(says -> parts.stream().filter(says))
        .findFirst()
        .orElse(parts.get(0));
  }

  private boolean saysValues(Schema<?> part) {
    Schema<?> known = ModelUtils.getReferencedSchema(spec, part);
    return known.getConst() != null
        || known.getEnum() != null
        || stream(known.getAllOf()).anyMatch(each -> saysValues(each));
  }

  private boolean saysType(Schema<?> part) {
    Schema<?> known = ModelUtils.getReferencedSchema(spec, part);
    return known.getType() != null
        || known.getTypes() != null
        || alternatives(known).findAny().isPresent()
        || stream(known.getAllOf()).anyMatch(each -> saysType(each));
  }

  private Stream<Schema<?>> parts(Schema<?> schema) {
    return stream(schema.getAllOf()).map(part -> ModelUtils.getReferencedSchema(spec, part));
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
      object.set(name, joined(object.get(name), of(field)));
    }
  }

  /** Of a field that several parts say. */
  private static JsonNode joined(@Nullable JsonNode before, JsonNode after) {
    if (before instanceof ObjectNode one && after instanceof ObjectNode other) {
      return one.deepCopy().setAll(other);
    }
    if (before instanceof ArrayNode one && after instanceof ArrayNode other) {
      return one.isEmpty() || other.isEmpty()
          ? other
          : NODES.arrayNode().add(joined(one.get(0), other.get(0)));
    }
    return after;
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
