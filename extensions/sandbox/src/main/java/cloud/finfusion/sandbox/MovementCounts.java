package cloud.finfusion.sandbox;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How often money moved, by kind and by idempotency key; compact, so that nothing is dropped. */
final class MovementCounts {
  private final Map<Ledger.Kind, Integer> totals = new EnumMap<>(Ledger.Kind.class);
  private final Map<Ledger.Kind, Map<String, Integer>> byKey = new EnumMap<>(Ledger.Kind.class);

  void add(Ledger.Kind kind, @Nullable String key) {
    totals.merge(kind, 1, Integer::sum);
    if (key != null) {
      byKey.computeIfAbsent(kind, any -> new HashMap<>()).merge(key, 1, Integer::sum);
    }
  }

  int of(Ledger.Kind kind) {
    return totals.getOrDefault(kind, 0);
  }

  int of(Ledger.Kind kind, String key) {
    return byKey.getOrDefault(kind, Map.of()).getOrDefault(key, 0);
  }

  int total() {
    return totals.values().stream().mapToInt(Integer::intValue).sum();
  }

  int total(String key) {
    return byKey.values().stream().mapToInt(counts -> counts.getOrDefault(key, 0)).sum();
  }
}
