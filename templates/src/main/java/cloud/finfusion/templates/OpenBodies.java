package cloud.finfusion.templates;

import cloud.finfusion.templates.FileParts.Divided;
import cloud.finfusion.templates.spec.DeclaredOperation;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CodegenOperation;
import org.openapitools.codegen.utils.ModelUtils;

/** Marks the forms, and the bodies of several parts, that may have fields without a property. */
@SuppressWarnings("rawtypes") // as the OpenAPI model has them
record OpenBodies(OpenAPI openAPI, Notices notices) {
  private static final String OPEN = "x-open-body";

  /** Of bodies whose files are divided from their fields. */
  void mark() {
    DeclaredOperation.all(openAPI)
        .filter(each -> isOpen(each.operation()))
        .forEach(each -> mark(each.operation(), each.name()));
  }

  static boolean isOpen(CodegenOperation operation) {
    return operation.vendorExtensions.containsKey(OPEN);
  }

  private void mark(Operation operation, String name) {
    Map<String, Object> extensions =
        Objects.requireNonNullElse(operation.getExtensions(), Map.of());
    if (Divided.of(extensions).filter(parts -> parts.fields() == null).isPresent()) {
      notices.add(name + ": its other parts are not sent, as all its properties are files");
    } else {
      operation.addExtension(OPEN, true);
    }
  }

  private boolean isOpen(Operation operation) {
    RequestBody body = ModelUtils.getReferencedRequestBody(openAPI, operation.getRequestBody());
    return Optional.ofNullable(body).map(RequestBody::getContent).stream()
        .flatMap(content -> content.entrySet().stream())
        .filter(each -> each.getKey().matches("(?i)(multipart/|.*form-urlencoded).*"))
        .map(Map.Entry::getValue)
        .map(MediaType::getSchema)
        .anyMatch(this::isOpen);
  }

  private boolean isOpen(@Nullable Schema<?> schema) {
    Schema<?> known = schema == null ? null : ModelUtils.getReferencedSchema(openAPI, schema);
    if (known == null) {
      return false;
    }
    Object other = known.getAdditionalProperties();
    boolean any =
        other instanceof Schema<?> of
            ? !Boolean.FALSE.equals(of.getBooleanSchemaValue())
            : Boolean.TRUE.equals(other);
    return any || (known.getAllOf() != null && known.getAllOf().stream().anyMatch(this::isOpen));
  }
}
