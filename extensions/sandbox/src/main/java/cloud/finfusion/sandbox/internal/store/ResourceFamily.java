package cloud.finfusion.sandbox.internal.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The resources of one family. They are found by id and by the idempotency key of the request that
 * created them without a search; other filters look at each resource.
 */
final class ResourceFamily {
  /** Positions are kept after a deletion, so that cursors stay valid. */
  private final Map<String, Integer> positions = new HashMap<>();

  private final TreeMap<Integer, Stored> resources = new TreeMap<>();

  /** The positions of the resources that were created with a key, newest first. */
  private final Map<String, List<Integer>> positionsByKey = new HashMap<>();

  void add(ObjectNode resource, @Nullable String key) {
    int position = positions.size();
    positions.put(resource.path("id").asText(), position);
    resources.put(position, new Stored(resource.deepCopy(), key));
    if (key != null) {
      positionsByKey.merge(
          key,
          List.of(position),
          (older, newest) -> Stream.concat(newest.stream(), older.stream()).toList());
    }
  }

  Optional<Integer> position(String id) {
    return Optional.ofNullable(positions.get(id));
  }

  Optional<ObjectNode> find(String id) {
    return position(id).map(resources::get).map(stored -> stored.resource.deepCopy());
  }

  void replace(ObjectNode resource) {
    position(resource.path("id").asText())
        .ifPresent(
            position ->
                resources.computeIfPresent(
                    position, (p, old) -> new Stored(resource.deepCopy(), old.key)));
  }

  void remove(String id) {
    position(id).ifPresent(this::remove);
  }

  /** The first resources of a span that pass the filter, and whether there are more. */
  Store.Slice first(ListFilter filter, Span span, int limit) {
    List<JsonNode> page = new ArrayList<>();
    for (Stored stored : candidates(filter, span)) {
      boolean matches = filter.fields().test(stored.resource);
      if (matches && page.size() == limit) {
        return new Store.Slice(page, true);
      }
      if (matches) {
        page.add(stored.resource.deepCopy());
      }
    }
    return new Store.Slice(page, false);
  }

  /** The resources to look at, in order; a stream of them would count them all first. */
  private Collection<Stored> candidates(ListFilter filter, Span span) {
    @Nullable String key = filter.idempotencyKey();
    if (key != null) {
      return ofKey(key, span);
    }
    NavigableMap<Integer, Stored> inside = resources.subMap(span.from(), true, span.end(), false);
    return (span.oldestFirst() ? inside : inside.descendingMap()).values();
  }

  private List<Stored> ofKey(String key, Span span) {
    return positionsByKey.getOrDefault(key, List.of()).stream()
        .filter(span::contains)
        .sorted(span.oldestFirst() ? Comparator.naturalOrder() : Comparator.reverseOrder())
        .map(resources::get)
        .toList();
  }

  private void remove(Integer position) {
    @Nullable Stored removed = resources.remove(position);
    if (removed != null && removed.key != null) {
      positionsByKey.computeIfPresent(
          removed.key,
          (key, all) -> {
            List<Integer> others = all.stream().filter(each -> !each.equals(position)).toList();
            return others.isEmpty() ? null : others;
          });
    }
  }

  /** A resource, and the idempotency key of the request that created it. */
  private record Stored(ObjectNode resource, @Nullable String key) {}
}
