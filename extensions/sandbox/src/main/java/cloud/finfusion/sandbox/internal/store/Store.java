package cloud.finfusion.sandbox.internal.store;

import cloud.finfusion.sandbox.internal.compact.Packer;
import cloud.finfusion.sandbox.internal.http.ApiError;
import cloud.finfusion.sandbox.internal.http.ErrorCode;
import cloud.finfusion.sandbox.internal.spec.Operation;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The resources of one sandbox, by family, in the order of creation. Resources are packed on their
 * way in, and each way out makes a new tree. Not thread-safe: the execution lets one thread in at a
 * time.
 */
public final class Store {
  private final Map<String, ResourceFamily> families = new HashMap<>();
  private final Map<String, Set<String>> filterFields;
  private final PackedResources packing;

  /** A store for the resources of these operations, some of which are lists with filters. */
  public Store(List<Operation> operations, Packer packer) {
    packing = new PackedResources(packer);
    filterFields =
        operations.stream()
            .filter(each -> each.pagination().isPresent())
            .collect(
                Collectors.groupingBy(
                    Operation::family,
                    Collectors.flatMapping(ListFilter::fields, Collectors.toSet())));
  }

  /** Stores a new resource, with the idempotency key of the request that created it. */
  public void add(String family, ObjectNode resource, @Nullable String key) {
    families.computeIfAbsent(family, this::newFamily).add(resource, key);
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

  /** How many resources each family has, by family. */
  public SortedMap<String, Integer> sizes() {
    SortedMap<String, Integer> sizes = new TreeMap<>();
    families.forEach((name, family) -> sizes.put(name, family.size()));
    return sizes;
  }

  /** All resources that pass the filter, newest first. */
  public List<JsonNode> all(String family, ListFilter filter) {
    return family(family).first(filter, Span.since(0, false), Integer.MAX_VALUE).resources();
  }

  /** The newest resources that are older than a position. */
  public Slice before(String family, int position, int limit) {
    return family(family).first(ListFilter.ALL, new Span(0, position, false), limit);
  }

  /** The position of a resource that is or was stored. */
  public int position(String family, String id) {
    return position(family(family), id);
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
    @Nullable ResourceFamily family = families.get(name);
    return family == null ? newFamily(name) : family;
  }

  private ResourceFamily newFamily(String name) {
    return new ResourceFamily(packing, filterFields.getOrDefault(name, Set.of()));
  }

  /** The resources of a page, and whether others follow. */
  public record Slice(List<JsonNode> resources, boolean hasMore) {}
}
