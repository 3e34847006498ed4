package cloud.finfusion.verification.generators;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Discriminator;
import io.swagger.v3.oas.models.media.Schema;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.utils.ModelUtils;

/** What tells the kinds of unions and of parents apart. */
@SuppressWarnings("rawtypes") // as the OpenAPI model has them
final class KindMarks {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final OpenAPI spec;
  private final Map<String, ObjectNode> marks = new HashMap<>();

  KindMarks(OpenAPI spec) {
    this.spec = spec;
    ModelUtils.getSchemas(spec).values().forEach(this::markInside);
    ModelUtils.getSchemas(spec).forEach((name, schema) -> mark(name, schema));
  }

  /** A union may stand in a property, without a name. */
  private void markInside(Schema<?> schema) {
    Map<String, Schema> fields = Objects.requireNonNullElse(schema.getProperties(), Map.of());
    Stream.concat(fields.values().stream(), Stream.ofNullable(schema.getItems()))
        .filter(each -> each.get$ref() == null)
        .forEach(
            each -> {
              mark("", each);
              markInside(each);
            });
  }

  /** Sets what tells a kind; it need not declare the field. */
  void mark(String kind, ObjectNode document) {
    marks
        .getOrDefault(kind, NODES.objectNode())
        .properties()
        .forEach(
            mark -> {
              if (document.has(mark.getKey())) {
                document.set(mark.getKey(), mark.getValue());
              }
            });
  }

  /** Whether the field tells that a document is of the kind, or which one it is of. */
  boolean tells(String name, String field) {
    Schema<?> schema = ModelUtils.getSchema(spec, name);
    boolean ofUnion =
        schema != null
            && schema.getDiscriminator() != null
            && field.equals(schema.getDiscriminator().getPropertyName());
    return ofUnion || marks.getOrDefault(name, NODES.objectNode()).has(field);
  }

  /** A kind of a parent that demands the field that tells: no document is of the parent alone. */
  Optional<String> kindOf(String parent) {
    Schema<?> schema = ModelUtils.getSchema(spec, parent);
    boolean demands =
        schema != null
            && schema.getDiscriminator() != null
            && schema.getOneOf() == null
            && schema.getAnyOf() == null
            && schema.getRequired() != null
            && schema.getRequired().contains(schema.getDiscriminator().getPropertyName());
    return demands ? inheriting(parent).findFirst() : Optional.empty();
  }

  private void mark(String name, Schema<?> union) {
    Discriminator discriminator = union.getDiscriminator();
    if (discriminator != null) {
      Map<String, String> values = new KindValues(union).byKind();
      Stream.concat(KindValues.listed(union).stream(), inheriting(name))
          .forEach(kind -> marks.put(kind, mark(discriminator, kind, values.get(kind))));
    }
  }

  /** What nothing maps may say its only value itself. */
  private ObjectNode mark(Discriminator discriminator, String kind, @Nullable String mapped) {
    String field = discriminator.getPropertyName();
    String value = mapped == null ? constant(kind, field).orElse(kind) : mapped;
    return NODES.objectNode().put(field, value);
  }

  /** The unions that list a kind, and may say fields of each. */
  Stream<Schema<?>> unionsOf(String kind) {
    return ModelUtils.getSchemas(spec).values().stream()
        .<Schema<?>>map(each -> each)
        .filter(each -> each.getDiscriminator() != null)
        .filter(each -> KindValues.listed(each).contains(kind));
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

  private Optional<String> constant(String kind, String field) {
    Schema<?> schema = ModelUtils.getSchemas(spec).get(kind);
    return Stream.concat(Stream.of(schema), parts(schema))
        .filter(part -> part != null && part.getProperties() != null)
        .map(part -> ModelUtils.getReferencedSchema(spec, part.getProperties().get(field)))
        .filter(Objects::nonNull)
        .map(KindMarks::onlyValue)
        .filter(Objects::nonNull)
        .map(String::valueOf)
        .findFirst();
  }

  private static Stream<Schema<?>> parts(@Nullable Schema<?> schema) {
    return schema == null
        ? Stream.empty()
        : stream(schema.getAllOf()).map(part -> (Schema<?>) part);
  }

  private static @Nullable Object onlyValue(Schema<?> schema) {
    boolean one = schema.getEnum() != null && schema.getEnum().size() == 1;
    return one ? schema.getEnum().get(0) : schema.getConst();
  }

  private static <V> Stream<V> stream(@Nullable List<V> list) {
    return list == null ? Stream.empty() : list.stream();
  }
}
