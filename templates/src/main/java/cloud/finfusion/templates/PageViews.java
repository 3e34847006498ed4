package cloud.finfusion.templates;

import cloud.finfusion.templates.view.PageView;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CodegenOperation;
import org.openapitools.codegen.utils.ModelUtils;

/** Makes the views of paginated lists. */
record PageViews(OpenAPI openAPI, FinFusionCodegen codegen) {

  /** Returns null for an operation that has no pages. */
  @Nullable PageView of(CodegenOperation operation, List<String> values) {
    if (!(operation.vendorExtensions.get("x-finfusion-pagination") instanceof Map<?, ?> fields)) {
      return null;
    }
    String cursor = accessor(fields, "cursor");
    return new PageView(
        item(operation, field(fields, "items")),
        cursor,
        withCursor(values, cursor),
        accessor(fields, "items"),
        accessor(fields, "hasMore"),
        accessor(fields, "nextCursor"),
        operation.requiredParams.size() == operation.pathParams.size(),
        operation.queryParams.stream().anyMatch(each -> each.baseName.equals("idempotency_key")));
  }

  private String item(CodegenOperation operation, String field) {
    Schema<?> page = new ClassSchemas(openAPI, codegen).of(operation.returnBaseType);
    Schema<?> items = Objects.requireNonNull(page.getProperties().get(field), field);
    return codegen.getTypeDeclaration(ModelUtils.unaliasSchema(openAPI, items.getItems()));
  }

  /** The same values with a variable for the cursor, which differs from page to page. */
  private static List<String> withCursor(List<String> values, String cursor) {
    String given = "params." + cursor + "()";
    return values.stream().map(value -> value.equals(given) ? "cursor" : value).toList();
  }

  private String accessor(Map<?, ?> fields, String role) {
    return codegen.toVarName(field(fields, role));
  }

  private static String field(Map<?, ?> fields, String role) {
    return Objects.requireNonNull(
            fields.get(role), () -> "x-finfusion-pagination lacks the field " + role)
        .toString();
  }
}
