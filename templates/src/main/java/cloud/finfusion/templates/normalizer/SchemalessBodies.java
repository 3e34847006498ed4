package cloud.finfusion.templates.normalizer;

import cloud.finfusion.templates.spec.DeclaredOperation;
import cloud.finfusion.templates.spec.JsonMediaType;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.utils.ModelUtils;

/**
 * Gives a schema to the bodies of requests that have none, or {@code true}: JSON is anything then,
 * and all else a file, as OpenAPI 3.1 writes uploads. Upstream drops such a body.
 */
final class SchemalessBodies {
  /** The successes that HTTP has without a body, whatever the specification says. */
  private static final Set<String> BODILESS = Set.of("204", "205");

  private final OpenAPI openAPI;

  SchemalessBodies(OpenAPI openAPI) {
    this.openAPI = openAPI;
  }

  void give() {
    DeclaredOperation.all(openAPI)
        .map(DeclaredOperation::operation)
        .forEach(
            operation -> {
              give(operation.getRequestBody());
              if (operation.getResponses() != null) {
                operation.getResponses().replaceAll(this::completed);
              }
            });
  }

  private void give(@Nullable RequestBody body) {
    RequestBody known = ModelUtils.getReferencedRequestBody(openAPI, body);
    if (known != null) {
      give(known.getContent(), SchemalessBodies::request);
    }
  }

  private ApiResponse completed(String status, ApiResponse response) {
    ApiResponse known = ModelUtils.getReferencedApiResponse(openAPI, response);
    if (known == null || known.getContent() == null) {
      return response;
    }
    if (BODILESS.contains(status)) {
      boolean schemaless =
          known.getContent().values().stream().allMatch(SchemalessBodies::isSchemaless);
      return schemaless ? withoutBody(known) : response;
    }
    if (status.startsWith("2") || status.equals("default")) {
      give(known.getContent(), SchemalessBodies::response);
    }
    return response;
  }

  private static ApiResponse withoutBody(ApiResponse response) {
    ApiResponse copy = new ApiResponse().description(response.getDescription());
    copy.setHeaders(response.getHeaders());
    copy.setExtensions(response.getExtensions());
    return copy;
  }

  private static void give(
      @Nullable Content content, Function<String, Optional<Schema<?>>> schemaOf) {
    if (content != null) {
      content.replaceAll(
          (type, media) -> schemaOf.apply(type).map(each -> withSchema(media, each)).orElse(media));
    }
  }

  /** In a copy, as the parser has one object for all that are empty. */
  private static MediaType withSchema(MediaType media, Schema<?> schema) {
    if (!isSchemaless(media)) {
      return media;
    }
    MediaType copy = new MediaType().schema(schema).examples(media.getExamples());
    copy.setExtensions(media.getExtensions());
    if (media.getExampleSetFlag()) {
      copy.setExample(media.getExample());
    }
    return copy;
  }

  private static boolean isSchemaless(MediaType media) {
    Schema<?> said = media.getSchema();
    return said == null || Boolean.TRUE.equals(said.getBooleanSchemaValue());
  }

  /** None for a form, whose fields are not known, and for several parts, which the caller makes. */
  private static Optional<Schema<?>> request(String type) {
    boolean fields = type.matches("(?i)(application/x-www-form-urlencoded|multipart/).*");
    return fields
        ? Optional.empty()
        : Optional.of(JsonMediaType.matches(type) ? new Schema<>() : file());
  }

  /** What is no JSON is a file without a schema too; JSON may be no more than an empty body. */
  private static Optional<Schema<?>> response(String type) {
    return type.equals("*/*") ? Optional.of(file()) : Optional.empty();
  }

  private static Schema<?> file() {
    return new StringSchema().format("binary");
  }
}
