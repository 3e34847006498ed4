package cloud.finfusion.templates.normalizer;

import io.swagger.v3.oas.models.media.Schema;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.openapitools.codegen.utils.ModelUtils;

/** Turns the ways to allow null, as a type or as an alternative, into {@code nullable}. */
@SuppressWarnings("rawtypes") // as the OpenAPI model has them
public final class NullForms {
  private static final String NULL = "null";

  private NullForms() {}

  /** {@code type: [string, "null"]} is a text that may be null; {@code type: "null"} anything. */
  static void dropNullType(Schema<?> schema) {
    Set<String> types = schema.getTypes();
    if (types != null && types.contains(NULL)) {
      schema.setNullable(true);
      Set<String> others = new LinkedHashSet<>(types);
      others.remove(NULL);
      schema.setTypes(others.isEmpty() ? null : others);
    }
    if (NULL.equals(schema.getType())) {
      schema.setNullable(true);
      schema.setType(null);
    }
  }

  /** A union with null as a member may be null; one with a single other member is that member. */
  static void dropNullAlternatives(Schema<?> schema) {
    for (List<Schema> members : Alternatives.of(schema)) {
      if (members.removeIf(NullForms::isNull)) {
        schema.setNullable(true);
        if (members.size() == 1 && schema.getProperties() == null) {
          Schema<?> only = members.get(0);
          members.clear();
          Alternatives.dropEmpty(schema);
          schema.addAllOfItem(only);
        }
      }
    }
    Alternatives.dropEmpty(schema);
  }

  private static boolean isNull(Schema<?> written) {
    boolean nothingElse = Boolean.TRUE.equals(written.getNullable()) && isBare(written);
    boolean onlyValue =
        written.getEnum() != null && written.getEnum().equals(Arrays.asList((Object) null));
    return nothingElse || onlyValue;
  }

  /** Whether a schema does not constrain its values. */
  public static boolean isBare(Schema<?> schema) {
    return schema.get$ref() == null
        && schema.getType() == null
        && schema.getTypes() == null
        && schema.getProperties() == null
        && schema.getItems() == null
        && schema.getEnum() == null
        && schema.getConst() == null
        && schema.getAdditionalProperties() == null
        && !ModelUtils.isComposedSchema(schema);
  }
}
