package cloud.finfusion.templates;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.openapitools.codegen.CodegenOperation;
import org.openapitools.codegen.model.OperationsMap;
import org.openapitools.codegen.utils.ModelUtils;

/** Says of each operation what its annotation and its facade method need. */
final class Operations {
  private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

  private final OpenAPI openAPI;
  private final FinFusionCodegen codegen;
  private final ModelIndex models;

  Operations(OpenAPI openAPI, FinFusionCodegen codegen, ModelIndex models) {
    this.openAPI = openAPI;
    this.codegen = codegen;
    this.models = models;
  }

  void describe(OperationsMap group) {
    String resource = resource(group.getOperations().getClassname());
    String facade = codegen.facadeOf(resource);
    group.put("resource", facade);
    group.put("hasModels", !models.isEmpty());
    group.put("sharedNames", models.sharedNames());
    group.put("accessor", IdentifierConflicts.accessor(lowerFirst(resource)));
    group.put("facade", Map.of("name", facade));
    group.put("asyncFacade", Map.of("name", "Async" + facade));
    tagDescription(resource).ifPresent(text -> group.put("tagDescription", text));
    String api = group.getOperations().getClassname();
    group.getOperations().getOperation().forEach(each -> describe(resource, facade, api, each));
  }

  /** {@code Payments} for {@code PaymentsApi}. */
  static String resource(String apiName) {
    return apiName.replaceFirst("Api$", "");
  }

  private Optional<String> tagDescription(String resource) {
    List<Tag> tags = Objects.requireNonNullElse(openAPI.getTags(), List.of());
    return tags.stream()
        .filter(tag -> resource(codegen.toApiName(tag.getName())).equals(resource))
        .map(Tag::getDescription)
        .filter(Objects::nonNull)
        .findFirst();
  }

  private void describe(String resource, String facade, String api, CodegenOperation operation) {
    Map<String, Object> extensions = operation.vendorExtensions;
    operation.operationId = IdentifierConflicts.method(operation.operationId);
    Object method = extensions.getOrDefault("x-finfusion-method", operation.operationId);
    extensions.put("x-method", method);
    extensions.put("x-name", lowerFirst(resource) + "." + method);
    extensions.put("x-read", READS.contains(operation.httpMethod.toUpperCase(Locale.ROOT)));
    extensions.put("x-signed", operation.hasAuthMethods);
    extensions.put("x-relative-path", RetrofitPath.relative(operation));
    extensions.put("x-result", PayloadKind.answer(operation));
    Arguments arguments = new Arguments(operation, models);
    arguments.describe();
    if (extensions.get("x-finfusion-pagination") instanceof Map<?, ?> fields) {
      extensions.put("x-page", page(operation, arguments, fields));
    }
    extensions.put("x-blocking", FacadeForm.BLOCKING.of(facade, api, operation));
    extensions.put("x-async", FacadeForm.ASYNC.of(facade, api, operation));
  }

  private Map<String, String> page(
      CodegenOperation operation, Arguments arguments, Map<?, ?> fields) {
    Schema<?> schema = ModelUtils.getSchema(openAPI, operation.returnBaseType);
    String itemsField = field(fields, "items");
    Schema<?> items = Objects.requireNonNull(schema.getProperties().get(itemsField), itemsField);
    String cursor = codegen.toVarName(field(fields, "cursor"));
    return Map.of(
        "item", codegen.getTypeDeclaration(ModelUtils.unaliasSchema(openAPI, items.getItems())),
        "cursor", cursor,
        "values", arguments.valuesWith(cursor),
        "items", codegen.toVarName(itemsField),
        "hasMore", codegen.toVarName(field(fields, "hasMore")),
        "nextCursor", codegen.toVarName(field(fields, "nextCursor")));
  }

  private static String field(Map<?, ?> fields, String name) {
    return Objects.requireNonNull(
            fields.get(name), () -> "x-finfusion-pagination lacks the field " + name)
        .toString();
  }

  private static String lowerFirst(String text) {
    return Character.toLowerCase(text.charAt(0)) + text.substring(1);
  }
}
