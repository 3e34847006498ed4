package cloud.finfusion.templates.normalizer;

import io.swagger.v3.oas.models.media.Schema;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.openapitools.codegen.utils.ModelUtils;

/** Makes a union of a schema whose types stand in a list. */
@SuppressWarnings("rawtypes") // as the OpenAPI model has them
final class TypeLists {
  private TypeLists() {}

  /** {@code type: [string, integer]} is a union of both, and a constant of the type it has. */
  static void split(Schema<?> schema) {
    Set<String> types = schema.getTypes();
    if (types == null || types.size() < 2) {
      return;
    }
    if (schema.getConst() != null) {
      schema.setTypes(null);
      return;
    }
    List<Schema> members = types.stream().<Schema>map(type -> ofType(type, schema)).toList();
    members.forEach(schema::addAnyOfItem);
    schema.setTypes(null);
    schema.setItems(null);
    schema.setProperties(null);
    schema.setAdditionalProperties(null);
    schema.setEnum(null);
  }

  /** What a schema of several types says of one of them. */
  private static Schema<?> ofType(String type, Schema<?> schema) {
    Schema<?> member = ModelUtils.cloneSchema(schema, true);
    member.setTypes(new LinkedHashSet<>(List.of(type)));
    member.setNullable(null);
    member.setDescription(null);
    member.setEnum(null);
    member.setPattern(null);
    ScalarForms.choose(member, List.of());
    if (!type.equals("array")) {
      member.setItems(null);
    }
    if (!type.equals("object")) {
      member.setProperties(null);
      member.setAdditionalProperties(null);
    }
    return member;
  }
}
