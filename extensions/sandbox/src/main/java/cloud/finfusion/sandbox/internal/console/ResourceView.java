package cloud.finfusion.sandbox.internal.console;

import cloud.finfusion.sandbox.internal.execution.Execution;
import cloud.finfusion.sandbox.internal.history.Redaction;
import cloud.finfusion.sandbox.internal.http.ApiRequest;
import cloud.finfusion.sandbox.internal.http.Json;
import cloud.finfusion.sandbox.internal.store.Store;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The stored resources by family, newest first, without what looks like a key or card number. */
final class ResourceView {
  private static final long MAX_PLAIN_NUMBER = 99_999_999_999L;

  private final Store store;
  private final Execution execution;

  ResourceView(Store store, Execution execution) {
    this.store = store;
    this.execution = execution;
  }

  /**
   * The families with their sizes, and a page of the {@code family} after the position {@code
   * after}.
   */
  JsonNode page(ApiRequest request) {
    return execution.exclusively(() -> read(request));
  }

  private JsonNode read(ApiRequest request) {
    String family = Objects.requireNonNullElse(request.queryValue("family"), "payment");
    ObjectNode page = Json.object().put("family", family);
    ArrayNode families = page.putArray("families");
    store.sizes().forEach((name, size) -> families.addObject().put("name", name).put("size", size));
    Store.Slice slice = store.before(family, before(request), Paging.SIZE);
    ArrayNode rows = page.putArray("data");
    slice.resources().forEach(each -> rows.add(redacted(each)));
    if (slice.hasMore()) {
      page.put("next", store.position(family, idOfLast(slice)));
    }
    return page;
  }

  /** A position and not an id, which may look like a secret. */
  private static int before(ApiRequest request) {
    @Nullable String after = request.queryValue("after");
    if (after == null) {
      return Integer.MAX_VALUE;
    }
    return after.matches("[0-9]{1,9}") ? Integer.parseInt(after) : 0;
  }

  private static String idOfLast(Store.Slice slice) {
    return slice.resources().get(slice.resources().size() - 1).path("id").asText();
  }

  private static JsonNode redacted(JsonNode value) {
    if (value.isObject()) {
      ObjectNode shown = Json.object();
      value
          .properties()
          .forEach(each -> shown.set(Redaction.text(each.getKey()), redacted(each.getValue())));
      return shown;
    }
    if (value.isArray()) {
      ArrayNode shown = Json.object().arrayNode();
      value.forEach(each -> shown.add(redacted(each)));
      return shown;
    }
    return scalar(value);
  }

  private static JsonNode scalar(JsonNode value) {
    boolean longNumber =
        value.isIntegralNumber()
            && !(value.canConvertToLong() && Math.abs(value.asLong()) <= MAX_PLAIN_NUMBER);
    if (longNumber) {
      return TextNode.valueOf(Redaction.REDACTED);
    }
    return value.isTextual() ? TextNode.valueOf(Redaction.textOrUrl(value.asText())) : value;
  }
}
