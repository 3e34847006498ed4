package cloud.finfusion.metrics;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/**
 * Counts by name. Names may come from a server, so at most a hundred are counted apart, and the
 * rest as {@code other}. Thread-safe.
 */
final class NamedCounts {
  private static final int MOST = 100;
  static final String OTHER = "other";

  private final ConcurrentMap<String, LongAdder> counts = new ConcurrentHashMap<>();

  void add(String name) {
    LongAdder count = counts.get(name);
    if (count == null) {
      String kept = counts.size() < MOST ? name : OTHER;
      count = counts.computeIfAbsent(kept, first -> new LongAdder());
    }
    count.increment();
  }

  /** Returns the counts by name, sorted. */
  Map<String, Long> counts() {
    return sum(Stream.of(this));
  }

  /** Returns the counts of all together by name, sorted. */
  static Map<String, Long> sum(Stream<NamedCounts> all) {
    SortedMap<String, Long> sorted = new TreeMap<>();
    all.forEach(
        each -> each.counts.forEach((name, count) -> sorted.merge(name, count.sum(), Long::sum)));
    return Collections.unmodifiableMap(sorted);
  }
}
