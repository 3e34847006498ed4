package cloud.finfusion.sandbox.internal.store;

import cloud.finfusion.sandbox.internal.http.ApiError;
import cloud.finfusion.sandbox.internal.http.ErrorCode;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The resources of one sandbox, by family, in the order of creation. Resources are copied on their
 * way in and out. Not thread-safe: the execution lets one thread in at a time.
 */
public final class Store {
  private final Map<String, Family> families = new HashMap<>();

  /** Stores a new resource, with the idempotency key of the request that created it. */
  public void add(String family, ObjectNode resource, @Nullable String key) {
    families.computeIfAbsent(family, name -> new Family()).add(resource, key);
  }

  /** The resource; a 404 when it does not exist. */
  public ObjectNode require(String family, String id) {
    return find(family, id).orElseThrow(() -> new ApiError(404, ErrorCode.VAL003.message));
  }

  public Optional<ObjectNode> find(String family, String id) {
    return family(family).find(id).map(stored -> stored.resource.deepCopy());
  }

  /** Replaces the resource of the same id. */
  public void replace(String family, ObjectNode resource) {
    family(family).replace(resource);
  }

  public void remove(String family, String id) {
    family(family).remove(id);
  }

  /**
   * The newest {@code limit} resources that pass the filter and are older than the given one; empty
   * when there never was one with that id.
   */
  public Optional<Slice> newest(
      String family, Predicate<Stored> filter, Optional<String> olderThan, int limit) {
    Family resources = family(family);
    return olderThan
        .map(resources::position)
        .orElse(Optional.of(Integer.MAX_VALUE))
        .map(end -> resources.before(end, filter, limit));
  }

  private Family family(String name) {
    return families.getOrDefault(name, new Family());
  }

  /** A resource, and the idempotency key of the request that created it. */
  public record Stored(ObjectNode resource, @Nullable String key) {}

  /** Resources, newest first, and whether older ones follow. */
  public record Slice(List<JsonNode> resources, boolean hasMore) {}

  private static final class Family {
    /** Positions are kept after a deletion, so that cursors stay valid. */
    final Map<String, Integer> positions = new HashMap<>();

    final TreeMap<Integer, Stored> resources = new TreeMap<>();

    void add(ObjectNode resource, @Nullable String key) {
      int position = positions.size();
      positions.put(resource.path("id").asText(), position);
      resources.put(position, new Stored(resource.deepCopy(), key));
    }

    Optional<Integer> position(String id) {
      return Optional.ofNullable(positions.get(id));
    }

    Optional<Stored> find(String id) {
      return position(id).map(resources::get);
    }

    void replace(ObjectNode resource) {
      position(resource.path("id").asText())
          .ifPresent(
              position ->
                  resources.computeIfPresent(
                      position, (p, old) -> new Stored(resource.deepCopy(), old.key)));
    }

    void remove(String id) {
      position(id).ifPresent(resources::remove);
    }

    Slice before(int end, Predicate<Stored> filter, int limit) {
      List<JsonNode> found = new ArrayList<>();
      for (Stored stored : resources.headMap(end, false).descendingMap().values()) {
        if (filter.test(stored) && found.size() == limit) {
          return new Slice(found, true);
        }
        if (filter.test(stored)) {
          found.add(stored.resource.deepCopy());
        }
      }
      return new Slice(found, false);
    }
  }
}
