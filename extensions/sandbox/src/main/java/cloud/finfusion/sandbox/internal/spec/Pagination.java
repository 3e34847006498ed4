package cloud.finfusion.sandbox.internal.spec;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** The names of a list's parameter and fields, from {@code x-finfusion-pagination}. */
public record Pagination(String cursor, String items, String hasMore, String nextCursor) {
  static Optional<Pagination> of(JsonNode extension) {
    return extension.isMissingNode()
        ? Optional.empty()
        : Optional.of(
            new Pagination(
                extension.path("cursor").asText("cursor"),
                extension.path("items").asText("data"),
                extension.path("hasMore").asText("has_more"),
                extension.path("nextCursor").asText("next_cursor")));
  }
}
