package cloud.finfusion.templates;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.openapitools.codegen.utils.ModelUtils;

/** The members of {@code oneOf} and {@code anyOf}. */
@SuppressWarnings("rawtypes") // as the OpenAPI model has them
final class Alternatives {
  private Alternatives() {}

  /** The lists that a schema has, to be changed in place. */
  static List<List<Schema>> of(Schema<?> schema) {
    return Stream.of(schema.getOneOf(), schema.getAnyOf()).filter(Objects::nonNull).toList();
  }

  static void dropEmpty(Schema<?> schema) {
    if (schema.getOneOf() != null && schema.getOneOf().isEmpty()) {
      schema.setOneOf(null);
    }
    if (schema.getAnyOf() != null && schema.getAnyOf().isEmpty()) {
      schema.setAnyOf(null);
    }
  }

  /** Alternatives beside fields, or of nothing but required names, only add fields. */
  static void mergeFields(Schema<?> schema, OpenAPI openAPI) {
    boolean fields = schema.getProperties() != null || schema.getAllOf() != null;
    for (List<Schema> members : of(schema)) {
      boolean bare = members.stream().allMatch(NullForms::isBare);
      if (schema.getDiscriminator() == null && (fields || bare)) {
        members.forEach(member -> addFields(schema, member, openAPI));
        members.clear();
      }
    }
    dropEmpty(schema);
  }

  private static void addFields(Schema<?> schema, Schema<?> written, OpenAPI openAPI) {
    Schema<?> member = ModelUtils.getReferencedSchema(openAPI, written);
    if (member.getProperties() != null) {
      member
          .getProperties()
          .forEach(
              (name, property) -> {
                if (schema.getProperties() == null || !schema.getProperties().containsKey(name)) {
                  schema.addProperty(name, property);
                }
              });
    }
  }
}
