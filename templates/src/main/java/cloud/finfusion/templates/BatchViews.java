package cloud.finfusion.templates;

import cloud.finfusion.templates.view.BatchView;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CodegenOperation;
import org.openapitools.codegen.utils.ModelUtils;

/** Makes the views of batches. */
record BatchViews(OpenAPI openAPI, FinFusionCodegen codegen, SchemaFieldNames fields) {
  /** The fields that a batch has by convention, as the specification of FinFusion has them. */
  static final String KEY = "idempotency_key";

  static final String INDEX = "index";
  static final String STATUS = "status";

  private static final int ANY_NUMBER = 100;
  private static final String SUFFIX = "Batch";

  /** Returns null for an operation that is no batch. */
  @Nullable BatchView of(CodegenOperation operation, String method) {
    if (!(operation.vendorExtensions.get("x-finfusion-batch") instanceof Map<?, ?> roles)) {
      return null;
    }
    String request = operation.bodyParam.baseType;
    Schema<?> items = property(request, roles.get("items"));
    Schema<?> result = property(operation.returnBaseType, roles.get("results")).getItems();
    return new BatchView(
        request,
        operation.returnType,
        codegen.getTypeDeclaration(items.getItems()),
        codegen.getTypeDeclaration(property(result, roles.get("resource"))),
        accessor(roles.get("items")),
        String.valueOf(roles.get("items")),
        Objects.requireNonNullElse(items.getMaxItems(), ANY_NUMBER),
        accessor(KEY),
        accessor(roles.get("results")),
        accessor(INDEX),
        accessor(roles.get("resource")),
        accessor(roles.get("error")),
        fields.of(result).contains(STATUS) ? accessor(STATUS) : null,
        bulk(method));
  }

  private Schema<?> property(String model, @Nullable Object field) {
    return property(new ClassSchemas(openAPI, codegen).of(model), field);
  }

  private Schema<?> property(Schema<?> written, @Nullable Object field) {
    Schema<?> schema = ModelUtils.getReferencedSchema(openAPI, written);
    return Objects.requireNonNull(schema.getProperties().get(String.valueOf(field)));
  }

  private String accessor(@Nullable Object field) {
    return codegen.toVarName(String.valueOf(field));
  }

  /** {@code bulk} for {@code createBatch}, {@code bulkUpdate} for {@code updateBatch}. */
  private static String bulk(String method) {
    String verb = method.endsWith(SUFFIX) ? method.replaceFirst(SUFFIX + "$", "") : method;
    boolean usual = verb.isEmpty() || verb.equals("create");
    return usual
        ? "bulk"
        : "bulk" + verb.substring(0, 1).toUpperCase(Locale.ROOT) + verb.substring(1);
  }
}
