package cloud.finfusion.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The resources of one sandbox, by family, in the order of their creation. */
final class Store {
  private final Map<String, Family> families = new HashMap<>();

  synchronized void add(String family, ObjectNode resource) {
    families.computeIfAbsent(family, name -> new Family()).add(resource);
  }

  synchronized Optional<JsonNode> find(String family, String id) {
    return family(family).position(id).map(family(family).resources::get);
  }

  /** The newest {@code limit} resources older than the one named, or of all when none is. */
  synchronized Optional<Slice> newest(String family, Optional<String> olderThan, int limit) {
    Family resources = family(family);
    return olderThan
        .map(resources::position)
        .orElse(Optional.of(resources.resources.size()))
        .map(end -> resources.before(end, limit));
  }

  private Family family(String name) {
    return families.getOrDefault(name, new Family());
  }

  /** Some resources, newest first, and whether older ones follow. */
  record Slice(List<JsonNode> resources, boolean hasMore) {}

  private static final class Family {
    final List<JsonNode> resources = new ArrayList<>();
    final Map<String, Integer> positions = new HashMap<>();

    void add(ObjectNode resource) {
      positions.put(resource.path("id").asText(), resources.size());
      resources.add(resource.deepCopy());
    }

    Optional<Integer> position(String id) {
      return Optional.ofNullable(positions.get(id));
    }

    Slice before(int end, int limit) {
      int start = Math.max(0, end - limit);
      List<JsonNode> newestFirst = new ArrayList<>(resources.subList(start, end));
      Collections.reverse(newestFirst);
      return new Slice(List.copyOf(newestFirst), start > 0);
    }
  }
}
