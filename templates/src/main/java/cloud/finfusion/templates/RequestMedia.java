package cloud.finfusion.templates;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.parameters.RequestBody;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Chooses one media type of each request's body: the one that Java has the best type for. Upstream
 * takes the first, or drops the body.
 */
final class RequestMedia {
  private static final List<String> BEST_FIRST =
      List.of("application/json", "json", "application/x-www-form-urlencoded", "multipart/", "");

  /** Set on a body: the media types that are not sent. */
  static final String LEFT_OUT = "x-left-out";

  private RequestMedia() {}

  static void choose(OpenAPI openAPI) {
    if (openAPI.getComponents() != null && openAPI.getComponents().getRequestBodies() != null) {
      openAPI.getComponents().getRequestBodies().values().forEach(RequestMedia::choose);
    }
    if (openAPI.getPaths() != null) {
      openAPI.getPaths().values().stream()
          .flatMap(path -> path.readOperations().stream())
          .map(Operation::getRequestBody)
          .flatMap(Stream::ofNullable)
          .forEach(RequestMedia::choose);
    }
  }

  private static void choose(RequestBody body) {
    @Nullable Content content = body.getContent();
    if (content != null && content.size() > 1) {
      String best =
          content.keySet().stream().min(Comparator.comparingInt(RequestMedia::rank)).orElseThrow();
      List<String> others = content.keySet().stream().filter(each -> !each.equals(best)).toList();
      body.addExtension(LEFT_OUT, String.join(", ", others));
      body.setContent(new Content().addMediaType(best, content.get(best)));
    }
  }

  private static int rank(String type) {
    String kind = MediaTypes.isJson(type) && !type.startsWith(BEST_FIRST.get(0)) ? "json" : type;
    for (int i = 0; i < BEST_FIRST.size(); i++) {
      if (kind.startsWith(BEST_FIRST.get(i))) {
        return i;
      }
    }
    return BEST_FIRST.size();
  }
}
