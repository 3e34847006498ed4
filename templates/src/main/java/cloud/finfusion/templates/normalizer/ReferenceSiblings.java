package cloud.finfusion.templates.normalizer;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import java.util.Objects;
import org.openapitools.codegen.utils.ModelUtils;

/** What 3.1 allows beside a reference: fields, values, and a constant. */
final class ReferenceSiblings {
  private final OpenAPI openAPI;

  ReferenceSiblings(OpenAPI openAPI) {
    this.openAPI = openAPI;
  }

  /** Makes a part of the reference where fields stand beside it; values replace it. */
  void join(Schema<?> schema) {
    if (schema.get$ref() == null) {
      return;
    }
    if (schema.getEnum() != null || schema.getConst() != null) {
      joinValues(schema);
    } else if (hasFields(schema)) {
      Schema<?> part = new Schema<>(schema.getSpecVersion()).$ref(schema.get$ref());
      schema.set$ref(null);
      schema.addAllOfItem(part);
    }
  }

  /** An object stays what is referred to, and numbers have its type. */
  private void joinValues(Schema<?> schema) {
    List<?> values = schema.getConst() == null ? schema.getEnum() : List.of(schema.getConst());
    if (values.stream().filter(Objects::nonNull).allMatch(ReferenceSiblings::isScalar)) {
      takeNumberType(schema, ModelUtils.getReferencedSchema(openAPI, schema));
      schema.set$ref(null);
    } else {
      schema.setEnum(null);
      schema.setConst(null);
    }
  }

  private static boolean isScalar(Object value) {
    return value instanceof String || value instanceof Boolean || value instanceof Number;
  }

  private static void takeNumberType(Schema<?> schema, Schema<?> referenced) {
    if (ModelUtils.isIntegerSchema(referenced) || ModelUtils.isNumberSchema(referenced)) {
      ModelUtils.setType(schema, ModelUtils.isIntegerSchema(referenced) ? "integer" : "number");
      schema.setFormat(referenced.getFormat());
    }
  }

  private static boolean hasFields(Schema<?> schema) {
    return schema.getProperties() != null
        || ModelUtils.isComposedSchema(schema)
        || schema.getAdditionalProperties() instanceof Schema;
  }
}
