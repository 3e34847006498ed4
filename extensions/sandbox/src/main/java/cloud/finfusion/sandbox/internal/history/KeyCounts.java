package cloud.finfusion.sandbox.internal.history;

import cloud.finfusion.sandbox.internal.compact.Hash;
import cloud.finfusion.sandbox.internal.compact.HashTable;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How often something happened, by kind and by idempotency key; compact, so that nothing is
 * dropped.
 */
public final class KeyCounts<K extends Enum<K>> {
  private static final HashTable NONE = new HashTable();

  private final Map<K, Integer> totals;
  private final Map<K, HashTable> byKey;

  public KeyCounts(Class<K> kinds) {
    this.totals = new EnumMap<>(kinds);
    this.byKey = new EnumMap<>(kinds);
  }

  public void add(K kind, @Nullable String key) {
    totals.merge(kind, 1, Integer::sum);
    if (key != null) {
      HashTable counts = byKey.computeIfAbsent(kind, any -> new HashTable());
      long hash = Hash.of(key);
      counts.put(hash, counts.get(hash, 0) + 1);
    }
  }

  public int of(K kind) {
    return totals.getOrDefault(kind, 0);
  }

  public int of(K kind, String key) {
    return byKey.getOrDefault(kind, NONE).get(Hash.of(key), 0);
  }

  public int total() {
    return totals.values().stream().mapToInt(Integer::intValue).sum();
  }

  public int total(String key) {
    long hash = Hash.of(key);
    return byKey.values().stream().mapToInt(counts -> counts.get(hash, 0)).sum();
  }
}
