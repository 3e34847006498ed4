package cloud.finfusion.templates.normalizer;

import cloud.finfusion.templates.spec.DeclaredOperation;
import cloud.finfusion.templates.spec.JsonMediaType;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Chooses one media type of each request's body, and puts the best of each response first: the one
 * that Java has the best type for. Upstream takes the first, or drops the body. Names in capitals
 * are written small, as HTTP has them equal.
 */
public final class PreferredMedia {
  private static final List<String> BEST_FIRST =
      List.of("application/json", "json", "application/x-www-form-urlencoded", "multipart/", "");

  /** Set on a body: the media types that are not sent. */
  public static final String LEFT_OUT = "x-left-out";

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
    if (response.getContent() != null) {
      Content content = small(response.getContent());
      Content sorted = new Content();
      content.keySet().stream()
          .sorted(Comparator.comparingInt(PreferredMedia::rank))
          .forEach(type -> sorted.addMediaType(type, content.get(type)));
      response.setContent(sorted);
    }
  }

  private static Content small(Content content) {
    Content small = new Content();
    content.forEach(
        (type, media) -> {
          String name = type.replaceFirst(";.*", "");
          small.addMediaType(name.toLowerCase(Locale.ROOT) + type.substring(name.length()), media);
        });
    return small;
  }

  private static void choose(RequestBody body) {
    if (body.getContent() == null || body.getContent().isEmpty()) {
      return;
    }
    Content content = small(body.getContent());
    String best =
        content.keySet().stream().min(Comparator.comparingInt(PreferredMedia::rank)).orElseThrow();
    List<String> others = content.keySet().stream().filter(each -> !each.equals(best)).toList();
    if (!others.isEmpty()) {
      body.addExtension(LEFT_OUT, String.join(", ", others));
    }
    body.setContent(new Content().addMediaType(best, content.get(best)));
  }

  private static int rank(String type) {
    boolean other = JsonMediaType.matches(type) && !type.matches("(?i)application/json\\s*(;.*)?");
    String kind = other ? "json" : type;
    for (int i = 0; i < BEST_FIRST.size(); i++) {
      if (kind.startsWith(BEST_FIRST.get(i))) {
        return i;
      }
    }
    return BEST_FIRST.size();
  }
}
