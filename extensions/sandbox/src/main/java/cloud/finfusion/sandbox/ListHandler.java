package cloud.finfusion.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Answers with one page of what is wanted of a family, newest first. */
final class ListHandler implements OperationHandler {
  private static final String LIMIT = "limit";
  private static final int USUAL_LIMIT = 20;
  private static final String CURSOR_PREFIX = "cur_";

  private final Store store;
  private final ParentResources parents;

  ListHandler(Store store, ParentResources parents) {
    this.store = store;
    this.parents = parents;
  }

  @Override
  public ApiResponse answer(Operation operation, ApiRequest request) {
    parents.require(operation, request);
    Pagination names = operation.pagination().orElseThrow();
    Optional<String> end =
        Optional.ofNullable(request.queryValue(names.cursor())).map(ListHandler::idIn);
    Predicate<Store.Stored> wanted =
        ListFilter.of(operation, request, Stream.of(LIMIT, names.cursor()));
    Store.Slice slice =
        store
            .newest(operation.family(), wanted, end, limit(operation, request))
            .orElseThrow(() -> unknownCursor(names));
    return ApiResponse.json(operation.successStatus(), page(names, slice));
  }

  private static int limit(Operation operation, ApiRequest request) {
    String asked = request.queryValue(LIMIT);
    return asked == null ? operation.defaultOf(LIMIT).orElse(USUAL_LIMIT) : Integer.parseInt(asked);
  }

  private static ObjectNode page(Pagination names, Store.Slice slice) {
    ObjectNode page = Json.object();
    page.putArray(names.items()).addAll(slice.resources());
    page.put(names.hasMore(), slice.hasMore());
    return slice.hasMore()
        ? page.put(names.nextCursor(), cursorAfter(slice))
        : page.putNull(names.nextCursor());
  }

  private static String cursorAfter(Store.Slice slice) {
    String id = slice.resources().get(slice.resources().size() - 1).path("id").asText();
    byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
    return CURSOR_PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** The id in a cursor; of text that is no cursor, an id that no resource has. */
  private static String idIn(String cursor) {
    try {
      String encoded =
          cursor.startsWith(CURSOR_PREFIX) ? cursor.substring(CURSOR_PREFIX.length()) : "";
      return new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private static ApiError unknownCursor(Pagination names) {
    return ApiError.invalidParameter(
        List.of(new FieldError(names.cursor(), "is not a cursor of this list")));
  }
}
