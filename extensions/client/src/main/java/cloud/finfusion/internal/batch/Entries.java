package cloud.finfusion.internal.batch;

import cloud.finfusion.internal.call.ItemError;
import cloud.finfusion.spi.BatchEntry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The results of a response by the place of their items. An index that no item has means that the
 * numbering is another one, so that no result can be read from the response.
 */
final class Entries<V> {
  private final List<@Nullable BatchEntry<V>> entries;
  private final boolean[] doubled;
  private final boolean foreign;

  Entries(List<BatchEntry<V>> response, int items) {
    entries = new ArrayList<>(Collections.nCopies(items, null));
    doubled = new boolean[items];
    foreign = response.stream().anyMatch(each -> each.index() < 0 || each.index() >= items);
    if (!foreign) {
      response.forEach(this::add);
    }
  }

  private void add(BatchEntry<V> entry) {
    doubled[entry.index()] = entries.set(entry.index(), entry) != null || doubled[entry.index()];
  }

  private @Nullable BatchEntry<V> readable(int place) {
    BatchEntry<V> entry = doubled[place] ? null : entries.get(place);
    return entry == null || (entry.value() == null) == (entry.error() == null) ? null : entry;
  }

  /** Returns what was made of an item; null if it was refused, or if that cannot be read. */
  @Nullable V value(int place) {
    BatchEntry<V> entry = readable(place);
    return entry == null ? null : entry.value();
  }

  /** Returns why an item was refused; null if it was not, or if that cannot be read. */
  @Nullable ItemError error(int place) {
    BatchEntry<V> entry = readable(place);
    return entry == null || entry.error() == null
        ? null
        : ItemError.of(entry.status(), entry.error().toJson());
  }

  /** Returns why an item has neither a value nor an error. */
  String problem(int place) {
    String expected = "expected one result for item " + place + " of the request, got ";
    if (foreign) {
      return expected + "an index that no item has, so that the others cannot be trusted";
    }
    if (doubled[place]) {
      return expected + "two";
    }
    return expected + (entries.get(place) == null ? "none" : "neither or both of value and error");
  }
}
