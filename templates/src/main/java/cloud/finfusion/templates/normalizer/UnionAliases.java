package cloud.finfusion.templates.normalizer;

import cloud.finfusion.templates.spec.Schemas;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.util.HashMap;
import java.util.Map;
import org.openapitools.codegen.utils.ModelUtils;

/**
 * Replaces a schema that only gives a union another name, or lets it be null, by the union:
 * upstream makes one more kind of it.
 */
@SuppressWarnings("rawtypes") // as the OpenAPI model has them
final class UnionAliases {
  private record Union(String reference, boolean nullable) {}

  private final OpenAPI openAPI;
  private final Map<String, Schema> schemas;
  private final Map<String, Union> aliases = new HashMap<>();

  UnionAliases(OpenAPI openAPI) {
    this.openAPI = openAPI;
    this.schemas = ModelUtils.getSchemas(openAPI);
  }

  void replace() {
    schemas.forEach(
        (name, schema) -> {
          if (isAlias(schema)) {
            aliases.put("#/components/schemas/" + name, union(schema));
          }
        });
    new Schemas(openAPI).forEach(this::replace);
    aliases.keySet().forEach(reference -> schemas.remove(ModelUtils.getSimpleRef(reference)));
  }

  /** What an alias, or the alias of an alias, stands for. */
  private Union union(Schema<?> alias) {
    boolean nullable = Boolean.TRUE.equals(alias.getNullable());
    Schema<?> only = alias.getAllOf().get(0);
    Schema<?> target = ModelUtils.getReferencedSchema(openAPI, only);
    return isAlias(target)
        ? new Union(union(target).reference, nullable || union(target).nullable)
        : new Union(only.get$ref(), nullable);
  }

  private boolean isAlias(Schema<?> schema) {
    if (schema.getAllOf() == null || schema.getAllOf().size() != 1) {
      return false;
    }
    boolean nothingElse = schema.getProperties() == null && !ModelUtils.hasOneOf(schema);
    Schema<?> only = schema.getAllOf().get(0);
    Schema<?> target = ModelUtils.getReferencedSchema(openAPI, only);
    boolean union = ModelUtils.hasOneOf(target) || ModelUtils.hasAnyOf(target);
    return nothingElse && only.get$ref() != null && (union || isAlias(target));
  }

  private void replace(Schema<?> schema) {
    Union union = schema.get$ref() == null ? null : aliases.get(schema.get$ref());
    if (union != null && union.nullable) {
      schema.set$ref(null);
      schema.setNullable(true);
      schema.addAllOfItem(new Schema<>().$ref(union.reference));
    } else if (union != null) {
      schema.set$ref(union.reference);
    }
  }
}
