package cloud.finfusion.testing;

import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.spi.MDCAdapter;

/** The log's contexts of all threads, which any thread may see. */
public final class LogContexts implements MDCAdapter {
  private final Map<Thread, Map<String, String>> contexts = new ConcurrentHashMap<>();
  private final AtomicInteger uses = new AtomicInteger();
  private volatile boolean throwing;

  /** The contexts that hold something. */
  public Map<Thread, Map<String, String>> all() {
    return Map.copyOf(contexts);
  }

  /** How often a context was read or written. */
  public int uses() {
    return uses.get();
  }

  /** From now on nothing can be written. */
  public void thatThrows() {
    throwing = true;
  }

  private void used() {
    uses.incrementAndGet();
    if (throwing) {
      throw new IllegalStateException("of the log");
    }
  }

  @Override
  public void put(String key, @Nullable String value) {
    used();
    contexts
        .computeIfAbsent(Thread.currentThread(), thread -> new ConcurrentHashMap<>())
        .put(key, String.valueOf(value));
  }

  @Override
  public @Nullable String get(String key) {
    used();
    return getCopyOfContextMap().get(key);
  }

  @Override
  public void remove(String key) {
    used();
    contexts.computeIfPresent(Thread.currentThread(), (thread, known) -> without(known, key));
  }

  private static @Nullable Map<String, String> without(Map<String, String> known, String key) {
    known.remove(key);
    return known.isEmpty() ? null : known;
  }

  @Override
  public void clear() {
    contexts.remove(Thread.currentThread());
  }

  @Override
  public Map<String, String> getCopyOfContextMap() {
    return new HashMap<>(contexts.getOrDefault(Thread.currentThread(), Map.of()));
  }

  @Override
  public void setContextMap(Map<String, String> all) {
    contexts.put(Thread.currentThread(), new ConcurrentHashMap<>(all));
  }

  @Override
  public void pushByKey(String key, String value) {
    throw new UnsupportedOperationException();
  }

  @Override
  public @Nullable String popByKey(String key) {
    throw new UnsupportedOperationException();
  }

  @Override
  public @Nullable Deque<String> getCopyOfDequeByKey(String key) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void clearDequeByKey(String key) {
    throw new UnsupportedOperationException();
  }
}
