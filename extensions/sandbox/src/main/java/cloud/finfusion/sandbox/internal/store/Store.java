package cloud.finfusion.sandbox.internal.store;

import cloud.finfusion.sandbox.internal.http.ApiError;
import cloud.finfusion.sandbox.internal.http.ErrorCode;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The resources of one sandbox, by family, in the order of creation. Resources are copied on their
 * way in and out. Not thread-safe: the execution lets one thread in at a time.
 */
public final class Store {
  private final Map<String, ResourceFamily> families = new HashMap<>();

  /** Stores a new resource, with the idempotency key of the request that created it. */
  public void add(String family, ObjectNode resource, @Nullable String key) {
    families.computeIfAbsent(family, name -> new ResourceFamily()).add(resource, key);
  }

  /** The resource; a 404 when it does not exist. */
  public ObjectNode require(String family, String id) {
    return find(family, id).orElseThrow(() -> new ApiError(404, ErrorCode.VAL003.message));
  }

  public Optional<ObjectNode> find(String family, String id) {
    return family(family).find(id);
  }

  /** Replaces the resource of the same id. */
  public void replace(String family, ObjectNode resource) {
    family(family).replace(resource);
  }

  public void remove(String family, String id) {
    family(family).remove(id);
  }

  /** All resources that pass the filter, newest first. */
  public List<JsonNode> all(String family, ListFilter filter) {
    return family(family).first(filter, Span.since(0, false), Integer.MAX_VALUE).resources();
  }

  /**
   * One page of the resources that pass the filter; empty when the page before it never was. A 404
   * when the resource that it counts from does not exist.
   */
  public Optional<Slice> page(String family, ListFilter filter, PageRequest request) {
    ResourceFamily resources = family(family);
    int from = request.since() == null ? 0 : position(resources, request.since());
    Span all = Span.since(from, request.oldestFirst());
    Optional<Span> span =
        request.after() == null
            ? Optional.of(all)
            : resources.position(request.after()).map(all::after);
    return span.map(each -> resources.first(filter, each, request.limit()));
  }

  private static int position(ResourceFamily resources, String id) {
    return resources.position(id).orElseThrow(() -> new ApiError(404, ErrorCode.VAL003.message));
  }

  private ResourceFamily family(String name) {
    return families.getOrDefault(name, new ResourceFamily());
  }

  /** The resources of a page, and whether others follow. */
  public record Slice(List<JsonNode> resources, boolean hasMore) {}
}
