package cloud.finfusion.templates.normalizer;

import cloud.finfusion.templates.spec.Schemas;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.ComposedSchema;
import io.swagger.v3.oas.models.media.NumberSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.List;
import java.util.stream.Stream;
import org.openapitools.codegen.utils.ModelUtils;

/**
 * Replaces what was composed before its parts were merged: upstream takes the Java class of a
 * schema for what it says.
 */
@SuppressWarnings({"rawtypes", "unchecked"}) // as the OpenAPI model has them
public final class PlainSchemas {
  private PlainSchemas() {}

  static void replace(OpenAPI openAPI) {
    ModelUtils.getSchemas(openAPI).replaceAll((name, schema) -> plain(schema));
    new Schemas(openAPI).forEach(PlainSchemas::replaceIn);
  }

  private static void replaceIn(Schema<?> schema) {
    if (schema.getProperties() != null) {
      schema.getProperties().replaceAll((name, property) -> plain(property));
    }
    if (schema.getItems() != null) {
      schema.setItems(plain(schema.getItems()));
    }
    if (schema.getAdditionalProperties() instanceof Schema value) {
      schema.setAdditionalProperties(plain(value));
    }
    Stream.of(schema.getAllOf(), schema.getAnyOf(), schema.getOneOf())
        .flatMap(Stream::ofNullable)
        .forEach((List<Schema> members) -> members.replaceAll(PlainSchemas::plain));
  }

  public static Schema plain(Schema schema) {
    boolean composed =
        schema.getAllOf() != null || schema.getAnyOf() != null || schema.getOneOf() != null;
    boolean merged = schema instanceof ComposedSchema && !composed;
    boolean scalar =
        schema instanceof StringSchema
            || schema instanceof NumberSchema
            || schema instanceof BooleanSchema;
    boolean untyped = scalar && schema.getType() == null && !composed;
    if (!merged && !untyped) {
      return schema;
    }
    Schema<?> plain = new Schema<>(schema.getSpecVersion());
    SchemaFill.all(plain, schema);
    return plain;
  }
}
