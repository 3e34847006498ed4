package cloud.finfusion.micrometer;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/**
 * Meters by the value of a tag, made once and kept. Values may come from a server, so a limited
 * number have a meter of their own, and the rest one together. Thread-safe.
 */
final class Bounded<M> {
  static final String OTHER = "other";

  private final ConcurrentMap<String, M> meters = new ConcurrentHashMap<>();
  private final int most;
  private final Function<String, M> maker;

  /** Makes an empty set. */
  Bounded(int most, Function<String, M> maker) {
    this.most = most;
    this.maker = maker;
  }

  M of(String value) {
    M meter = meters.get(value);
    return meter == null ? newOf(value) : meter;
  }

  private M newOf(String value) {
    if (meters.size() < most) {
      synchronized (this) {
        if (meters.size() < most) {
          return meters.computeIfAbsent(value, maker);
        }
      }
    }
    return meters.computeIfAbsent(OTHER, maker);
  }
}
