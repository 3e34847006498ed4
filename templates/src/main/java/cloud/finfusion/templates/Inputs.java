package cloud.finfusion.templates;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.utils.ModelUtils;
import org.openapitools.codegen.utils.StringUtils;

/** Makes the inputs of operations models: query parameters get a schema, forms keep theirs. */
final class Inputs {
  /** Set on the operation: the name of its query schema. */
  static final String QUERY = "x-query-schema";

  /** Set on the query schema, which is never JSON. */
  private static final String OF_QUERY = "x-query";

  /** Set on the operation: the name of its form's schema. */
  static final String FORM = "x-form-schema";

  private static final String FORM_TYPE = "application/x-www-form-urlencoded";

  private Inputs() {}

  static void addSchemas(OpenAPI openAPI) {
    if (openAPI.getPaths() == null) {
      return;
    }
    if (openAPI.getComponents() == null) {
      openAPI.setComponents(new Components());
    }
    openAPI
        .getPaths()
        .values()
        .forEach(
            path ->
                path.readOperations()
                    .forEach(
                        operation -> {
                          addSchema(openAPI, operation);
                          nameForm(openAPI, operation);
                        }));
  }

  private static void nameForm(OpenAPI openAPI, Operation operation) {
    RequestBody body = ModelUtils.getReferencedRequestBody(openAPI, operation.getRequestBody());
    if (body != null && body.getContent() != null && body.getContent().containsKey(FORM_TYPE)) {
      String ref = body.getContent().get(FORM_TYPE).getSchema().get$ref();
      if (ref != null) {
        operation.addExtension(FORM, ModelUtils.getSimpleRef(ref));
      }
    }
  }

  private static void addSchema(OpenAPI openAPI, Operation operation) {
    List<Parameter> query = ofQuery(openAPI, operation);
    if (query.isEmpty()) {
      return;
    }
    Schema<?> schema = new ObjectSchema();
    schema.addExtension(OF_QUERY, true);
    schema.setDescription("What to ask of " + operation.getOperationId() + ".");
    for (Parameter parameter : query) {
      schema.addProperty(parameter.getName(), described(parameter));
      if (Boolean.TRUE.equals(parameter.getRequired())) {
        schema.addRequiredItem(parameter.getName());
      }
    }
    String name = schemaName(operation);
    openAPI.getComponents().addSchemas(name, schema);
    operation.addExtension(QUERY, name);
  }

  private static List<Parameter> ofQuery(OpenAPI openAPI, Operation operation) {
    if (operation.getParameters() == null) {
      return List.of();
    }
    return operation.getParameters().stream()
        .map(each -> ModelUtils.getReferencedParameter(openAPI, each))
        .filter(each -> "query".equals(each.getIn()))
        .toList();
  }

  private static Schema<?> described(Parameter parameter) {
    Schema<?> schema = parameter.getSchema();
    if (schema.get$ref() == null) {
      schema.setDescription(parameter.getDescription());
      schema.setExample(parameter.getExample());
    }
    return schema;
  }

  /** {@code PaymentListParams} after family and method, else {@code ListPaymentsParams}. */
  private static String schemaName(Operation operation) {
    Object family = extension(operation, "x-finfusion-family");
    Object method = extension(operation, "x-finfusion-method");
    String name =
        family == null || method == null ? operation.getOperationId() : family + "_" + method;
    return StringUtils.camelize(name + "_params");
  }

  private static @Nullable Object extension(Operation operation, String name) {
    return operation.getExtensions() == null ? null : operation.getExtensions().get(name);
  }
}
