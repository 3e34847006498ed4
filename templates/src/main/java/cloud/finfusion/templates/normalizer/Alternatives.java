package cloud.finfusion.templates.normalizer;

import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.openapitools.codegen.utils.ModelUtils;

/** The members of {@code oneOf} and {@code anyOf}. */
@SuppressWarnings({"rawtypes", "unchecked"}) // as the OpenAPI model has them
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

  /** Constants and enums of texts, with or without any text, are one enum: it is open anyway. */
  static void mergeTexts(Schema<?> schema) {
    for (List<Schema> members : of(schema)) {
      List<Object> values = new ArrayList<>();
      members.forEach(each -> values.addAll(Objects.requireNonNullElse(each.getEnum(), List.of())));
      boolean texts = members.stream().allMatch(Alternatives::isText) && isBare(schema);
      if (texts && !values.isEmpty()) {
        members.clear();
        dropEmpty(schema);
        ModelUtils.setType(schema, "string");
        schema.setEnum((List) values.stream().distinct().toList());
      }
    }
  }

  private static boolean isBare(Schema<?> schema) {
    return schema.getType() == null
        && schema.getTypes() == null
        && schema.getProperties() == null
        && schema.getDiscriminator() == null;
  }

  private static boolean isText(Schema<?> member) {
    return member.get$ref() == null
        && ModelUtils.isStringSchema(member)
        && member.getFormat() == null
        && member.getPattern() == null;
  }
}
