package cloud.finfusion.templates;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.utils.ModelUtils;

/** Which properties of a body of several parts are files. */
record FileSchemas(OpenAPI openAPI) {

  /** Whether a schema is a file, or a list of files. */
  boolean isFile(Schema<?> schema) {
    return isOne(schema) || isOne(items(schema));
  }

  boolean isList(Schema<?> schema) {
    return items(schema) != null;
  }

  private @Nullable Schema<?> items(Schema<?> schema) {
    Schema<?> known = ModelUtils.getReferencedSchema(openAPI, schema);
    return known == null ? null : known.getItems();
  }

  private boolean isOne(@Nullable Schema<?> schema) {
    Schema<?> known = schema == null ? null : ModelUtils.getReferencedSchema(openAPI, schema);
    return known != null
        && (ModelUtils.isBinarySchema(known) || ModelUtils.isFileSchema(known) || isBytes(known));
  }

  /** As OpenAPI 3.1 says it. */
  private static boolean isBytes(Schema<?> schema) {
    return schema.getContentMediaType() != null && schema.getContentEncoding() == null;
  }
}
