package cloud.finfusion.templates;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import org.openapitools.codegen.utils.ModelUtils;

/** The schemas by the names of their classes. */
record ClassSchemas(OpenAPI openAPI, FinFusionCodegen codegen) {

  /** One that stands in an operation has a name that is no class's, as {@code list_200}. */
  Schema<?> of(String type) {
    Schema<?> named = ModelUtils.getSchema(openAPI, type);
    Schema<?> schema = named == null ? ofClass(type) : named;
    return ModelUtils.getReferencedSchema(openAPI, schema);
  }

  private Schema<?> ofClass(String type) {
    return ModelUtils.getSchemas(openAPI).keySet().stream()
        .filter(name -> codegen.toModelName(name).equals(type))
        .findFirst()
        .map(name -> (Schema<?>) ModelUtils.getSchema(openAPI, name))
        .orElseThrow();
  }
}
