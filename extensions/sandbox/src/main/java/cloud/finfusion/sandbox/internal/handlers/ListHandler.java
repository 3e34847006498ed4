package cloud.finfusion.sandbox.internal.handlers;

import cloud.finfusion.sandbox.internal.http.ApiError;
import cloud.finfusion.sandbox.internal.http.ApiRequest;
import cloud.finfusion.sandbox.internal.http.ApiResponse;
import cloud.finfusion.sandbox.internal.http.FieldError;
import cloud.finfusion.sandbox.internal.http.Json;
import cloud.finfusion.sandbox.internal.spec.Operation;
import cloud.finfusion.sandbox.internal.spec.Pagination;
import cloud.finfusion.sandbox.internal.store.ListFilter;
import cloud.finfusion.sandbox.internal.store.PageRequest;
import cloud.finfusion.sandbox.internal.store.Store;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * Responds with one page of a family's resources, newest first unless the specification gives the
 * list an {@code order} and the request asks for {@code oldest_first}. A list with a {@code since}
 * can begin at the resource of that id.
 */
final class ListHandler implements OperationHandler {
  private static final int DEFAULT_LIMIT = 20;
  private static final String CURSOR_PREFIX = "cur_";

  private final Store store;
  private final ParentResources parentResources;

  ListHandler(Store store, ParentResources parentResources) {
    this.store = store;
    this.parentResources = parentResources;
  }

  @Override
  public ApiResponse handle(Operation operation, ApiRequest request) {
    parentResources.require(operation, request);
    Pagination names = operation.pagination().orElseThrow();
    ListFilter filter = ListFilter.of(operation, request);
    Store.Slice slice =
        store
            .page(operation.family(), filter, wanted(operation, request))
            .orElseThrow(() -> unknownCursor(names));
    return ApiResponse.json(operation.successStatus(), page(names, slice));
  }

  private static PageRequest wanted(Operation operation, ApiRequest request) {
    String cursor = request.queryValue(operation.pagination().orElseThrow().cursor());
    return new PageRequest(
        request.queryValue(PageRequest.SINCE),
        cursor == null ? null : idIn(cursor),
        "oldest_first".equals(request.queryValue(PageRequest.ORDER)),
        limit(operation, request));
  }

  private static int limit(Operation operation, ApiRequest request) {
    String given = request.queryValue(PageRequest.LIMIT);
    return given == null
        ? operation.defaultOf(PageRequest.LIMIT).orElse(DEFAULT_LIMIT)
        : Integer.parseInt(given);
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

  /** The id that a cursor encodes; empty, which is no id, when the text is no cursor. */
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
