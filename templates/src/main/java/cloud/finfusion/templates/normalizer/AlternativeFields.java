package cloud.finfusion.templates.normalizer;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.openapitools.codegen.utils.ModelUtils;

/**
 * Makes fields of alternatives that only add some, as those beside fields or within an {@code
 * allOf}: Java has one class with the fields of all for them.
 */
@SuppressWarnings({"rawtypes", "unchecked"}) // as the OpenAPI model has them
record AlternativeFields(OpenAPI openAPI) {

  void merge(Schema<?> schema) {
    boolean fields = schema.getProperties() != null || schema.getAllOf() != null;
    for (List<Schema> members : Alternatives.of(schema)) {
      boolean bare = members.stream().allMatch(NullForms::isBare);
      if (schema.getDiscriminator() == null && (fields || bare)) {
        addAll(schema, List.copyOf(members));
        members.clear();
      }
    }
    Alternatives.dropEmpty(schema);
    if (schema.getAllOf() != null && (schema.getAllOf().size() > 1 || !own(schema).isEmpty())) {
      schema.getAllOf().replaceAll(part -> isUnionBeside(part, schema) ? fields(part) : part);
    }
  }

  /** A kind that names its union as a part has the union's own fields, not those of other kinds. */
  private boolean isUnionBeside(Schema<?> part, Schema<?> schema) {
    Set<Schema<?>> kinds = nothingSeen();
    members(resolved(part)).map(this::resolved).forEach(kinds::add);
    return !kinds.isEmpty() && !kinds.contains(schema) && !own(fields(part)).isEmpty();
  }

  private Schema<?> fields(Schema<?> part) {
    Schema<?> union = resolved(part);
    Schema<?> fields = new Schema<>(union.getSpecVersion());
    ModelUtils.setType(fields, "object");
    own(union).forEach(fields::addProperty);
    fields.setRequired(union.getRequired());
    addAll(fields, members(union).toList());
    return fields;
  }

  /** None of them is required, as other alternatives may lack it. */
  private void addAll(Schema<?> schema, List<Schema> alternatives) {
    Map<String, Schema> added = new LinkedHashMap<>();
    Set<Schema<?>> seen = nothingSeen();
    seen.add(schema);
    alternatives.forEach(each -> collect(each, added, seen));
    added.keySet().removeAll(own(schema).keySet());
    added.forEach(schema::addProperty);
  }

  private void collect(Schema<?> written, Map<String, Schema> fields, Set<Schema<?>> seen) {
    Schema<?> schema = resolved(written);
    if (seen.add(schema)) {
      parts(schema).forEach(part -> collect(part, fields, seen));
      own(schema)
          .forEach((name, field) -> fields.merge(name, field, new FieldForms(openAPI)::either));
    }
  }

  private static Stream<Schema> parts(Schema<?> schema) {
    return Stream.concat(
        Stream.ofNullable(schema.getAllOf()).flatMap(List::stream), members(schema));
  }

  private static Stream<Schema> members(Schema<?> schema) {
    return Alternatives.of(schema).stream().flatMap(List::stream);
  }

  private static Map<String, Schema> own(Schema<?> schema) {
    return Objects.requireNonNullElse(schema.getProperties(), Map.of());
  }

  private Schema<?> resolved(Schema<?> written) {
    return ModelUtils.getReferencedSchema(openAPI, written);
  }

  /** By identity: a schema has a hash of all that is in it. */
  private static Set<Schema<?>> nothingSeen() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }
}
