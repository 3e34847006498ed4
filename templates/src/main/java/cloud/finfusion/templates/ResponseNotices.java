package cloud.finfusion.templates;

import cloud.finfusion.templates.spec.JsonMediaType;
import cloud.finfusion.templates.spec.Redirects;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.utils.ModelUtils;

/**
 * What an operation's responses have and the result of its method has not. The result is that of
 * the first success.
 */
final class ResponseNotices {
  private final OpenAPI openAPI;
  private final Notices notices;

  ResponseNotices(OpenAPI openAPI, Notices notices) {
    this.openAPI = openAPI;
    this.notices = notices;
  }

  void note(Operation operation, String name) {
    Map<String, ApiResponse> responses = byCode(operation);
    noteOthers(responses, name);
    noteRedirect(responses, name);
    responses.forEach(
        (code, response) -> {
          if (code.startsWith("2")) {
            noteMedia(response.getContent(), name);
            noteUnread(response.getContent(), name);
          }
        });
  }

  private Map<String, ApiResponse> byCode(Operation operation) {
    Map<String, ApiResponse> responses = new TreeMap<>();
    Objects.requireNonNullElse(operation.getResponses(), Map.<String, ApiResponse>of())
        .forEach(
            (code, each) ->
                responses.put(code, ModelUtils.getReferencedApiResponse(openAPI, each)));
    return responses;
  }

  private void noteOthers(Map<String, ApiResponse> responses, String name) {
    List<String> codes = new ArrayList<>();
    List<Schema<?>> schemas = new ArrayList<>();
    responses.forEach(
        (code, response) -> {
          Schema<?> schema = schema(response.getContent());
          if (code.startsWith("2") && schema != null && !schemas.contains(schema)) {
            codes.add(code);
            schemas.add(schema);
          }
        });
    if (codes.size() > 1) {
      notices.add(
          "%s: its result is that of %s, not of %s"
              .formatted(name, codes.get(0), codes.subList(1, codes.size())));
    }
  }

  /** The client follows no redirect, which could carry the key elsewhere. */
  private void noteRedirect(Map<String, ApiResponse> responses, String name) {
    Redirects.onlySuccess(responses)
        .ifPresent(
            code ->
                notices.add(
                    "%s: its only success, %s, is a redirect, which is not followed: an ApiException with the Location"
                        .formatted(name, code)));
  }

  private void noteUnread(@Nullable Content content, String name) {
    boolean json = content != null && content.keySet().stream().anyMatch(JsonMediaType::matches);
    if (json && schema(content) == null) {
      notices.add(name + ": its result is not read, as no schema says what it is");
    }
  }

  private void noteMedia(@Nullable Content content, String name) {
    if (content != null && content.size() > 1) {
      List<String> types = List.copyOf(content.keySet());
      notices.add(
          "%s: its result is read as %s, not as %s"
              .formatted(name, types.get(0), String.join(", ", types.subList(1, types.size()))));
    }
  }

  private static @Nullable Schema<?> schema(@Nullable Content content) {
    return content == null || content.isEmpty()
        ? null
        : content.values().iterator().next().getSchema();
  }
}
