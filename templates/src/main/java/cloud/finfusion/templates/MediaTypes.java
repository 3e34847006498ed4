package cloud.finfusion.templates;

import cloud.finfusion.templates.spec.JsonMediaType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.openapitools.codegen.CodegenOperation;
import org.openapitools.codegen.CodegenResponse;

/** The media types of an operation's request and of its response, without those of its errors. */
record MediaTypes(Collection<String> request, Set<String> response) {
  static MediaTypes of(CodegenOperation operation) {
    List<String> request =
        Objects.requireNonNullElse(operation.consumes, List.<Map<String, String>>of()).stream()
            .map(each -> each.get("mediaType"))
            .filter(Objects::nonNull)
            .toList();
    return new MediaTypes(request, response(operation));
  }

  /** Of the first success, else of the response that stands for all. */
  private static Set<String> response(CodegenOperation operation) {
    Optional<CodegenResponse> success =
        operation.responses.stream()
            .filter(each -> each.is2xx)
            .min(Comparator.comparing(each -> each.code));
    return success
        .or(() -> operation.responses.stream().filter(each -> each.isDefault).findFirst())
        .map(CodegenResponse::getContent)
        .<Set<String>>map(Map::keySet)
        .orElse(Set.of());
  }

  /** Ranges hold plain JSON too, and none of them can be sent as a type. */
  private static boolean isPlainJson(String type) {
    return type.matches("(?i)(application/(json|\\*(\\+json)?)|\\*/\\*)\\s*(;.*)?");
  }

  boolean isRequestJson() {
    return request.isEmpty() || request.stream().anyMatch(JsonMediaType::matches);
  }

  boolean isResponseJson() {
    return response.isEmpty() || response.stream().anyMatch(JsonMediaType::matches);
  }

  /** Whether the response may be of any type. */
  boolean isAnything() {
    return response.stream().allMatch(type -> type.equals("*/*"));
  }

  /** The headers that differ from those of plain JSON. */
  List<String> headers(boolean hasJsonBody, boolean hasResult) {
    List<String> headers = new ArrayList<>();
    if (hasJsonBody && request.stream().noneMatch(MediaTypes::isPlainJson)) {
      request.stream().findFirst().ifPresent(type -> headers.add("Content-Type: " + type));
    }
    if (hasResult && !response.isEmpty() && response.stream().noneMatch(MediaTypes::isPlainJson)) {
      headers.add("Accept: " + String.join(", ", response));
    }
    return headers;
  }

  /** The type of a body that is sent as it is. */
  String sent() {
    return request.stream()
        .filter(type -> !type.contains("*"))
        .findFirst()
        .orElse("application/octet-stream");
  }

  boolean accepts(String type) {
    return request.stream().anyMatch(each -> each.startsWith(type))
        && request.stream().noneMatch(JsonMediaType::matches);
  }
}
