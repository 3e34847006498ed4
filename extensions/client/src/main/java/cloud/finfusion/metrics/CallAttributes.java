package cloud.finfusion.metrics;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Values that listeners keep for one call from its start to its end, also across threads: a span, a
 * timer. A listener uses itself, or an object of its own, as the key. Attempts of a call never
 * overlap, so one key serves the attempts too. Thread-safe.
 *
 * <pre>{@code
 * public void attemptStarted(AttemptStarted attempt) {
 *   attempt.attributes().set(this, tracer.start(attempt.operation()));
 * }
 * public void attemptEnded(AttemptRecord attempt) {
 *   if (attempt.attributes().get(this) instanceof Span span) { span.end(); }
 * }
 * }</pre>
 */
public final class CallAttributes {
  private volatile Map<Object, Object> values = Map.of(); // costs nothing while nobody keeps any

  /** Made by the SDK for each call, and by tests of listeners. */
  public CallAttributes() {}

  /** Keeps a value; null removes it. */
  public synchronized void set(Object key, @Nullable Object value) {
    if (value == null) {
      values.remove(key);
      return;
    }
    if (values.isEmpty()) {
      values = new ConcurrentHashMap<>(2);
    }
    values.put(key, value);
  }

  /** Returns what is kept under the key; null if nothing is. */
  public @Nullable Object get(Object key) {
    return values.get(key);
  }

  /** Shows no value, since those are the listeners'. */
  @Override
  public String toString() {
    return "CallAttributes";
  }
}
