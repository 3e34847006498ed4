package cloud.finfusion.templates;

import cloud.finfusion.templates.spec.DeclaredOperation;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Chooses one media type of each request's body, and puts the best of each response first: the one
 * that Java has the best type for. Upstream takes the first, or drops the body.
 */
final class PreferredMedia {
  private static final List<String> BEST_FIRST =
      List.of("application/json", "json", "application/x-www-form-urlencoded", "multipart/", "");

  /** Set on a body: the media types that are not sent. */
  static final String LEFT_OUT = "x-left-out";

  private PreferredMedia() {}

  static void choose(OpenAPI openAPI) {
    if (openAPI.getComponents() != null && openAPI.getComponents().getRequestBodies() != null) {
      openAPI.getComponents().getRequestBodies().values().forEach(PreferredMedia::choose);
    }
    if (openAPI.getComponents() != null && openAPI.getComponents().getResponses() != null) {
      openAPI.getComponents().getResponses().values().forEach(PreferredMedia::sort);
    }
    DeclaredOperation.all(openAPI).forEach(each -> choose(each.operation()));
  }

  private static void choose(Operation operation) {
    if (operation.getRequestBody() != null) {
      choose(operation.getRequestBody());
    }
    if (operation.getResponses() != null) {
      operation.getResponses().values().forEach(PreferredMedia::sort);
    }
  }

  private static void sort(ApiResponse response) {
    Content content = response.getContent();
    if (content != null && content.size() > 1) {
      Content sorted = new Content();
      content.keySet().stream()
          .sorted(Comparator.comparingInt(PreferredMedia::rank))
          .forEach(type -> sorted.addMediaType(type, content.get(type)));
      response.setContent(sorted);
    }
  }

  private static void choose(RequestBody body) {
    @Nullable Content content = body.getContent();
    if (content != null && content.size() > 1) {
      String best =
          content.keySet().stream()
              .min(Comparator.comparingInt(PreferredMedia::rank))
              .orElseThrow();
      List<String> others = content.keySet().stream().filter(each -> !each.equals(best)).toList();
      body.addExtension(LEFT_OUT, String.join(", ", others));
      body.setContent(new Content().addMediaType(best, content.get(best)));
    }
  }

  private static int rank(String type) {
    boolean other = MediaTypes.isJson(type) && !type.matches("(?i)application/json\\s*(;.*)?");
    String kind = other ? "json" : type.toLowerCase(Locale.ROOT);
    for (int i = 0; i < BEST_FIRST.size(); i++) {
      if (kind.startsWith(BEST_FIRST.get(i))) {
        return i;
      }
    }
    return BEST_FIRST.size();
  }
}
