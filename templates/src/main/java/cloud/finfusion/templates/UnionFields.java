package cloud.finfusion.templates;

import cloud.finfusion.templates.spec.SchemaFields;
import cloud.finfusion.templates.spec.Schemas;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.openapitools.codegen.utils.ModelUtils;

/** Gives each kind of a union the fields that the union says beside its kinds. */
@SuppressWarnings("rawtypes") // as the OpenAPI model has them
final class UnionFields {
  private final OpenAPI openAPI;
  private final Notices notices;

  /** How often each schema is named. */
  private final Map<String, Integer> references = new HashMap<>();

  UnionFields(OpenAPI openAPI, Notices notices) {
    this.openAPI = openAPI;
    this.notices = notices;
    new Schemas(openAPI)
        .forEach(
            each -> {
              if (each.get$ref() != null) {
                references.merge(name(each), 1, Integer::sum);
              }
            });
  }

  void give(String name, Schema<?> union) {
    if (union.getProperties() != null) {
      union.getOneOf().stream()
          .filter(kind -> kind.get$ref() != null)
          .forEach(kind -> give(name, union, kind));
    }
  }

  private void give(String name, Schema<?> union, Schema<?> reference) {
    Schema<?> kind = ModelUtils.getReferencedSchema(openAPI, reference);
    if (ModelUtils.hasOneOf(kind) || ModelUtils.hasAnyOf(kind)) {
      return;
    }
    Set<String> declared = new SchemaFieldNames(openAPI).of(kind);
    union.getProperties().entrySet().stream()
        .filter(each -> !declared.contains(each.getKey()))
        .forEach(
            each -> kind.addProperty(each.getKey(), ModelUtils.cloneSchema(each.getValue(), true)));
    for (String field : demanded(union, kind)) {
      if (references.getOrDefault(name(reference), 0) > 1) {
        notices.add(
            "%s.%s: not demanded of %s, which stands elsewhere too"
                .formatted(name, field, name(reference)));
      } else {
        kind.addRequiredItem(field);
      }
    }
  }

  /** What a union demands of a kind that does not demand it itself. */
  private List<String> demanded(Schema<?> union, Schema<?> kind) {
    Set<String> demanded = new SchemaFields(openAPI).required(kind);
    return Objects.requireNonNullElse(union.getRequired(), List.<String>of()).stream()
        .filter(union.getProperties()::containsKey)
        .filter(field -> !demanded.contains(field))
        .toList();
  }

  private static String name(Schema<?> reference) {
    return ModelUtils.getSimpleRef(reference.get$ref());
  }
}
