package cloud.finfusion.sandbox.internal.history;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The newest items of a sequence, and how many there were in all. Thread-safe. */
public final class History<T> {
  private final int capacity;
  private final Deque<T> newest = new ArrayDeque<>();
  private long count;

  public History(int capacity) {
    this.capacity = capacity;
  }

  public synchronized void add(T item) {
    if (newest.size() == capacity) {
      newest.removeFirst();
    }
    newest.addLast(item);
    count++;
  }

  /** The items that are kept, in order. */
  public synchronized List<T> newest() {
    return List.copyOf(newest);
  }

  /** How many items were added, also those that are no longer kept. */
  public synchronized long count() {
    return count;
  }
}
