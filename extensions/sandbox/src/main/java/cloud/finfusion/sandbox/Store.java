package cloud.finfusion.sandbox;

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
 * The resources of one sandbox, by family, in the order of their creation. What goes in and out is
 * copied. Not for several threads: {@link Execution} lets one in at a time.
 */
final class Store {
  private final Map<String, Family> families = new HashMap<>();

  /** Keeps a new resource, and the idempotency key that it was created with. */
  void add(String family, ObjectNode resource, @Nullable String key) {
    families.computeIfAbsent(family, name -> new Family()).add(resource, key);
  }

  /** The resource, which must be there. */
  ObjectNode require(String family, String id) {
    return find(family, id).orElseThrow(() -> new ApiError(404, ErrorCode.VAL003.message));
  }

  Optional<ObjectNode> find(String family, String id) {
    return family(family).find(id).map(stored -> stored.resource.deepCopy());
  }

  /** Puts a changed resource in the place of the one with its id. */
  void replace(String family, ObjectNode resource) {
    family(family).replace(resource);
  }

  void remove(String family, String id) {
    family(family).remove(id);
  }

  /**
   * The newest {@code limit} that are wanted and older than the one named, which was there once.
   */
  Optional<Slice> newest(
      String family, Predicate<Stored> wanted, Optional<String> olderThan, int limit) {
    Family resources = family(family);
    return olderThan
        .map(resources::position)
        .orElse(Optional.of(Integer.MAX_VALUE))
        .map(end -> resources.before(end, wanted, limit));
  }

  private Family family(String name) {
    return families.getOrDefault(name, new Family());
  }

  /** A resource, and the idempotency key that it was created with. */
  record Stored(ObjectNode resource, @Nullable String key) {}

  /** Some resources, newest first, and whether older ones follow. */
  record Slice(List<JsonNode> resources, boolean hasMore) {}

  private static final class Family {
    /** Positions outlive their resources, so that a cursor does too. */
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

    Slice before(int end, Predicate<Stored> wanted, int limit) {
      List<JsonNode> found = new ArrayList<>();
      for (Stored stored : resources.headMap(end, false).descendingMap().values()) {
        if (wanted.test(stored) && found.size() == limit) {
          return new Slice(found, true);
        }
        if (wanted.test(stored)) {
          found.add(stored.resource.deepCopy());
        }
      }
      return new Slice(found, false);
    }
  }
}
