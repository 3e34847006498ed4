package cloud.finfusion.templates;

import cloud.finfusion.templates.normalizer.NullForms;
import cloud.finfusion.templates.spec.DeclaredOperation;
import cloud.finfusion.templates.spec.JsonMediaType;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.utils.ModelUtils;

/**
 * Says of bodies that are a list or a map with nulls in it that those are refused: Retrofit shows a
 * converter the type without its annotations, so that only fields of models say where null may be.
 */
record NullItems(OpenAPI openAPI, Notices notices) {

  void note() {
    DeclaredOperation.all(openAPI).forEach(each -> note(each.operation(), each.name()));
  }

  private void note(Operation operation, String name) {
    RequestBody body = ModelUtils.getReferencedRequestBody(openAPI, operation.getRequestBody());
    if (body != null && hasNulls(body.getContent())) {
      add(name, "body");
    }
    if (operation.getResponses() != null
        && operation.getResponses().entrySet().stream()
            .filter(each -> each.getKey().startsWith("2"))
            .map(Map.Entry::getValue)
            .anyMatch(this::hasNulls)) {
      add(name, "result");
    }
  }

  private void add(String name, String what) {
    notices.add(
        "%s: a null in its %s is refused, as the list or map is no field of a model"
            .formatted(name, what));
  }

  private boolean hasNulls(ApiResponse response) {
    ApiResponse known = ModelUtils.getReferencedApiResponse(openAPI, response);
    return known != null && hasNulls(known.getContent());
  }

  private boolean hasNulls(@Nullable Content content) {
    return content != null
        && content.entrySet().stream()
            .filter(each -> JsonMediaType.matches(each.getKey()))
            .anyMatch(each -> hasNulls(each.getValue().getSchema()));
  }

  /** Whether a list or map, or one in it, has items that may be null. */
  private boolean hasNulls(@Nullable Schema<?> written) {
    Schema<?> items = written == null ? null : items(resolved(written));
    return items != null && (mayBeNull(items) || hasNulls(items));
  }

  private static @Nullable Schema<?> items(Schema<?> schema) {
    if (schema.getItems() != null || schema.getProperties() != null) {
      return schema.getItems();
    }
    return schema.getAdditionalProperties() instanceof Schema<?> values ? values : null;
  }

  /** What has no type may be null without saying so. */
  private boolean mayBeNull(Schema<?> items) {
    Schema<?> known = resolved(items);
    boolean nullable =
        Boolean.TRUE.equals(items.getNullable()) || Boolean.TRUE.equals(known.getNullable());
    return nullable && !NullForms.isBare(known);
  }

  private Schema<?> resolved(Schema<?> schema) {
    return ModelUtils.getReferencedSchema(openAPI, schema);
  }
}
