package cloud.finfusion.stress;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** The server's books: which call sent which key, and what was charged. */
final class Charges {
  private final Set<String> calls = ConcurrentHashMap.newKeySet();
  private final ConcurrentMap<String, Set<String>> keysByCall = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Set<String>> callsByKey = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Boolean> chargedByKey = new ConcurrentHashMap<>();
  private final LongAdder requests = new LongAdder();

  void received(String call, @Nullable String key) {
    requests.increment();
    calls.add(call);
    if (key != null) {
      keysByCall.computeIfAbsent(call, first -> ConcurrentHashMap.newKeySet()).add(key);
      callsByKey.computeIfAbsent(key, first -> ConcurrentHashMap.newKeySet()).add(call);
    }
  }

  /** Charges or refuses a key, the first time; returns whether it is charged. */
  boolean decide(String key, boolean charge) {
    return chargedByKey.computeIfAbsent(key, first -> charge);
  }

  /** How often a call was charged. */
  long of(String call) {
    return keysByCall.getOrDefault(call, Set.of()).stream()
        .filter(key -> chargedByKey.getOrDefault(key, false))
        .count();
  }

  long total() {
    return chargedByKey.values().stream().filter(charged -> charged).count();
  }

  boolean hasReceived(String call) {
    return calls.contains(call);
  }

  /** Whether each call has one key, and each key is of one call. */
  boolean keysAreOneToOne() {
    return keysByCall.values().stream().allMatch(keys -> keys.size() == 1)
        && callsByKey.values().stream().allMatch(of -> of.size() == 1);
  }

  long requests() {
    return requests.sum();
  }
}
