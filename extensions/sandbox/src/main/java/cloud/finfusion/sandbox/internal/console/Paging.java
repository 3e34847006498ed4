package cloud.finfusion.sandbox.internal.console;

import cloud.finfusion.sandbox.internal.http.ApiRequest;
import cloud.finfusion.sandbox.internal.http.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** A page of what is kept in order, newest first. */
final class Paging {
  static final int SIZE = 20;

  private static final String OFFSET = "offset";

  private Paging() {}

  /** The page that the request's {@code offset} names, and the offset of the next one. */
  static <T> ObjectNode page(ApiRequest request, List<T> all, Function<T, JsonNode> row) {
    String given = Objects.requireNonNullElse(request.queryValue(OFFSET), "0");
    int offset = given.matches("[0-9]{1,9}") ? Integer.parseInt(given) : 0;
    ObjectNode page = Json.object().put("total", all.size());
    ArrayNode rows = page.putArray("data");
    int end = Math.min(all.size(), offset + SIZE);
    for (int i = offset; i < end; i++) {
      rows.add(row.apply(all.get(all.size() - 1 - i)));
    }
    if (end < all.size()) {
      page.put("next", end);
    }
    return page;
  }
}
