package cloud.finfusion.templates;

import cloud.finfusion.templates.normalizer.PlainSchemas;
import cloud.finfusion.templates.spec.DeclaredOperation;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.openapitools.codegen.utils.ModelUtils;
import org.openapitools.codegen.utils.StringUtils;

/**
 * Adds a schema for the query, header and cookie parameters of each operation, so that they become
 * a model; forms keep theirs.
 */
final class ParameterSchemas {
  /** Set on the operation: the name of its parameters' schema. */
  static final String QUERY = "x-query-schema";

  /** Set on a parameter: its name in that schema. */
  static final String FIELD = "x-input-field";

  /** Set on the parameters' schema, which is never JSON. */
  static final String OF_QUERY = "x-query";

  /** Set on the operation: the name of its form's schema. */
  static final String FORM = "x-form-schema";

  /** Set on the operation: how the fields of its form are encoded. */
  static final String FORM_ENCODING = "x-form-encoding";

  /** Headers that the client sets itself, or that OpenAPI says to ignore. */
  private static final Set<String> OWN =
      Set.of("idempotency-key", "accept", "content-type", "authorization");

  private static final String FORM_TYPE = "application/x-www-form-urlencoded";

  private final OpenAPI openAPI;
  private final FinFusionCodegen codegen;

  ParameterSchemas(OpenAPI openAPI, FinFusionCodegen codegen) {
    this.openAPI = openAPI;
    this.codegen = codegen;
  }

  void addSchemas() {
    DeclaredOperation.all(openAPI)
        .forEach(
            each -> {
              Operation operation = each.operation();
              addSchema(operation, codegen.idOf(operation, each.path(), each.method().name()));
              nameForm(operation);
            });
  }

  /** Whether a caller passes the parameter in the query's model. */
  static boolean isGiven(String in, String name) {
    return switch (in) {
      case "query", "cookie" -> true;
      case "header" -> !OWN.contains(name.toLowerCase(Locale.ROOT));
      default -> false;
    };
  }

  private void nameForm(Operation operation) {
    RequestBody body = ModelUtils.getReferencedRequestBody(openAPI, operation.getRequestBody());
    if (body != null && body.getContent() != null && body.getContent().containsKey(FORM_TYPE)) {
      Schema<?> schema = body.getContent().get(FORM_TYPE).getSchema();
      if (schema != null && schema.get$ref() != null) {
        operation.addExtension(FORM, ModelUtils.getSimpleRef(schema.get$ref()));
        operation.addExtension(FORM_ENCODING, body.getContent().get(FORM_TYPE).getEncoding());
      }
    }
  }

  private void addSchema(Operation operation, String id) {
    List<Parameter> given = given(operation);
    if (given.isEmpty()) {
      return;
    }
    Schema<?> schema = new ObjectSchema();
    schema.addExtension(OF_QUERY, true);
    schema.setDescription("What to ask of " + id + ".");
    for (Parameter parameter : given) {
      String field = field(parameter, schema);
      parameter.addExtension(FIELD, field);
      schema.addProperty(field, described(parameter));
      if (Boolean.TRUE.equals(parameter.getRequired())) {
        schema.addRequiredItem(field);
      }
    }
    String name = free(schemaName(operation, id));
    openAPI.getComponents().addSchemas(name, schema);
    new InlineSchemas(openAPI)
        .nameIn(name); // upstream names those with a style, not with a media type
    operation.addExtension(QUERY, name);
  }

  /** The parameter's name; with its place if there is one of that name in another place. */
  private static String field(Parameter parameter, Schema<?> schema) {
    boolean taken =
        schema.getProperties() != null && schema.getProperties().containsKey(parameter.getName());
    return taken ? parameter.getName() + "_" + parameter.getIn() : parameter.getName();
  }

  private List<Parameter> given(Operation operation) {
    return Objects.requireNonNullElse(operation.getParameters(), List.<Parameter>of()).stream()
        .map(each -> ModelUtils.getReferencedParameter(openAPI, each))
        .filter(each -> each.getIn() != null && isGiven(each.getIn(), each.getName()))
        .toList();
  }

  private static Schema<?> described(Parameter parameter) {
    Schema<?> schema = PlainSchemas.plain(schema(parameter));
    if (schema.get$ref() == null) {
      schema.setDescription(parameter.getDescription());
      schema.setExample(parameter.getExample());
    }
    return schema;
  }

  private static Schema<?> schema(Parameter parameter) {
    if (parameter.getSchema() == null && parameter.getContent() != null) {
      return parameter.getContent().values().iterator().next().getSchema();
    }
    return Objects.requireNonNullElseGet(parameter.getSchema(), Schema::new);
  }

  /** {@code PaymentListParams} after family and method, else {@code ListPaymentsParams}. */
  private static String schemaName(Operation operation, String id) {
    Map<String, Object> extensions =
        Objects.requireNonNullElse(operation.getExtensions(), Map.of());
    Object family = extensions.get("x-finfusion-family");
    Object method = extensions.get("x-finfusion-method");
    String name = family == null || method == null ? id : family + "_" + method;
    return StringUtils.camelize(name + "_params");
  }

  private String free(String name) {
    String free = name;
    for (int i = 2; openAPI.getComponents().getSchemas().containsKey(free); i++) {
      free = name + i;
    }
    return free;
  }
}
