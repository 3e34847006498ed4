package cloud.finfusion.sandbox.internal.store;

import cloud.finfusion.sandbox.internal.compact.Hash;
import cloud.finfusion.sandbox.internal.compact.HashTable;
import cloud.finfusion.sandbox.internal.compact.IntColumn;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The resources of one family, packed. They are found by id and by the idempotency key of the
 * request that created them without a search, and by the fields of filters without unpacking the
 * others.
 */
final class ResourceFamily {
  private static final int NONE = -1;

  private final PackedResources packing;

  /** By position; null for a deleted one, so that positions and cursors stay valid. */
  private final List<byte @Nullable []> resources = new ArrayList<>();

  private final HashTable positions = new HashTable();

  /** The position of the newest resource that was created with a key. */
  private final HashTable newestOfKey = new HashTable();

  /** For each position that of the resource before with the same key. */
  private final IntColumn previousOfKey = new IntColumn();

  private final FieldColumns columns;

  private int live;

  ResourceFamily(PackedResources packing, Set<String> filterFields) {
    this.packing = packing;
    this.columns = new FieldColumns(filterFields);
  }

  void add(ObjectNode resource, @Nullable String key) {
    int position = resources.size();
    resources.add(packing.pack(resource));
    live++;
    positions.put(Hash.of(resource.path("id").asText()), position);
    columns.add(resource);
    if (key == null) {
      previousOfKey.add(NONE);
    } else {
      long hash = Hash.of(key);
      previousOfKey.add(newestOfKey.get(hash, NONE));
      newestOfKey.put(hash, position);
    }
  }

  /** How many there are that were not deleted. */
  int size() {
    return live;
  }

  /** Where the resource is, or was before its deletion. */
  Optional<Integer> position(String id) {
    return Optional.of(positions.get(Hash.of(id), NONE)).filter(position -> position != NONE);
  }

  Optional<ObjectNode> find(String id) {
    return position(id).map(resources::get).map(packing::unpack);
  }

  void replace(ObjectNode resource) {
    position(resource.path("id").asText())
        .filter(position -> resources.get(position) != null)
        .ifPresent(
            position -> {
              resources.set(position, packing.pack(resource));
              columns.set(position, resource);
            });
  }

  void remove(String id) {
    position(id)
        .filter(position -> resources.set(position, null) != null)
        .ifPresent(deleted -> live--);
  }

  /** The first resources of a span that pass the filter, and whether there are more. */
  Store.Slice first(ListFilter filter, Span span, int limit) {
    List<ObjectNode> found =
        positions(filter, span)
            .filter(position -> columns.mayMatch(position, filter))
            .mapToObj(resources::get)
            .filter(Objects::nonNull)
            .map(packing::unpack)
            .filter(filter::matches)
            .limit(limit + 1L)
            .toList();
    boolean more = found.size() > limit;
    return new Store.Slice(List.<JsonNode>copyOf(more ? found.subList(0, limit) : found), more);
  }

  /** The positions to look at, in order. */
  private IntStream positions(ListFilter filter, Span span) {
    @Nullable String key = filter.idempotencyKey();
    if (key != null) {
      int[] newestFirst = ofKey(key).filter(span::contains).toArray();
      return ordered(0, newestFirst.length, !span.oldestFirst()).map(i -> newestFirst[i]);
    }
    int end = Math.min(span.end(), resources.size());
    return ordered(Math.min(span.from(), end), end, span.oldestFirst());
  }

  private IntStream ofKey(String key) {
    int newest = newestOfKey.get(Hash.of(key), NONE);
    return IntStream.iterate(newest, position -> position != NONE, previousOfKey::get);
  }

  private static IntStream ordered(int from, int end, boolean upwards) {
    IntStream range = IntStream.range(from, end);
    return upwards ? range : range.map(i -> from + end - 1 - i);
  }
}
