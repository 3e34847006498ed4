package cloud.finfusion.sandbox.internal.history;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How often something happened, by kind and by idempotency key; compact, so that nothing is
 * dropped.
 */
public final class KeyCounts<K extends Enum<K>> {
  private final Map<K, Integer> totals;
  private final Map<K, Map<String, Integer>> byKey;

  public KeyCounts(Class<K> kinds) {
    this.totals = new EnumMap<>(kinds);
    this.byKey = new EnumMap<>(kinds);
  }

  public void add(K kind, @Nullable String key) {
    totals.merge(kind, 1, Integer::sum);
    if (key != null) {
      byKey.computeIfAbsent(kind, any -> new HashMap<>()).merge(key, 1, Integer::sum);
    }
  }

  public int of(K kind) {
    return totals.getOrDefault(kind, 0);
  }

  public int of(K kind, String key) {
    return byKey.getOrDefault(kind, Map.of()).getOrDefault(key, 0);
  }

  public int total() {
    return totals.values().stream().mapToInt(Integer::intValue).sum();
  }

  public int total(String key) {
    return byKey.values().stream().mapToInt(counts -> counts.getOrDefault(key, 0)).sum();
  }
}
