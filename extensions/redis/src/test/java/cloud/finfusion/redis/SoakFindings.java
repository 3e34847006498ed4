package cloud.finfusion.redis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the instances of a soak did, read from the lines that they print. */
final class SoakFindings {
  private final List<String> paid = new ArrayList<>();
  private final Map<String, Integer> handled = new HashMap<>();
  private final Map<String, TreeMap<Long, Long>> written = new HashMap<>();
  private final List<Read> reads = new ArrayList<>();
  private long hits;
  private boolean stuck;

  /** A read that returned a version. */
  private record Read(String customer, long version, long startedAt) {}

  void add(String line) {
    String[] words = line.split(" ", -1);
    switch (words[0]) {
      case "paid" -> paid.add(words[1]);
      case "handled" -> handled.merge(words[1], 1, Integer::sum);
      case "wrote" ->
          written
              .computeIfAbsent(words[1], customer -> new TreeMap<>())
              .put(Long.valueOf(words[2]), Long.valueOf(words[3]));
      case "read" ->
          reads.add(new Read(words[1], Long.parseLong(words[2]), Long.parseLong(words[3])));
      case "hits" -> hits += Long.parseLong(words[1]);
      default -> stuck |= !words[0].equals("end");
    }
  }

  /** Returns the idempotency keys of payments that were reported as done. */
  List<String> paid() {
    return paid;
  }

  /** Returns how often each event was handled. */
  Map<String, Integer> handled() {
    return handled;
  }

  int writes() {
    return written.values().stream().mapToInt(Map::size).sum();
  }

  int reads() {
    return reads.size();
  }

  long hits() {
    return hits;
  }

  boolean isStuck() {
    return stuck;
  }

  /**
   * Returns for how many milliseconds at most a newer version had been written when a read began.
   */
  long longestStale() {
    return reads.stream().mapToLong(this::staleFor).max().orElse(0);
  }

  private long staleFor(Read read) {
    Map.Entry<Long, Long> newer =
        written.getOrDefault(read.customer, new TreeMap<>()).higherEntry(read.version);
    return newer == null ? 0 : Math.max(0, read.startedAt - newer.getValue());
  }
}
