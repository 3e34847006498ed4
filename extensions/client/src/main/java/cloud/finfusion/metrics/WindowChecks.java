package cloud.finfusion.metrics;

import cloud.finfusion.internal.time.Time;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Checks a window's values ten times in its length, on the timer. While the window is empty no
 * timer runs.
 *
 * @param <T> what a slice of the window holds
 */
final class WindowChecks<T> {
  private final String client;
  private final Duration length;
  private final SlidingWindow<T> window;
  private final List<AlertCheck<T>> rules;
  private final Time time;
  private final Consumer<Alert> listener;
  private final AtomicBoolean scheduled = new AtomicBoolean();

  /**
   * Makes the checks of an empty window.
   *
   * @param empty makes an empty slice
   * @param listener is notified of alerts; throws nothing
   */
  WindowChecks(
      String client,
      Duration length,
      Supplier<T> empty,
      List<AlertCheck<T>> rules,
      Time time,
      Consumer<Alert> listener) {
    this.client = client;
    this.length = length;
    this.window = new SlidingWindow<>(length, empty);
    this.rules = rules;
    this.time = time;
    this.listener = listener;
  }

  /** Returns the slice to record a call in. */
  T current() {
    T slice = window.current(time.nanos());
    schedule(); // after the slice is there, so that no check finds the window empty and stops
    return slice;
  }

  private void schedule() {
    if (!scheduled.get() && scheduled.compareAndSet(false, true)) {
      time.atLimit(window.sliceNanos(), this::check);
    }
  }

  /** Is done again until the rules have seen an empty window, with which each alert recovers. */
  private void check() {
    List<T> slices = window.all(time.nanos());
    try {
      rules.forEach(each -> check(each, slices));
    } finally {
      scheduled.set(false);
      if (!slices.isEmpty() || !window.all(time.nanos()).isEmpty()) {
        schedule();
      }
    }
  }

  private void check(AlertCheck<T> rule, List<T> slices) {
    Alert alert = rule.check(client, length, slices);
    if (alert != null) {
      listener.accept(alert);
    }
  }
}
