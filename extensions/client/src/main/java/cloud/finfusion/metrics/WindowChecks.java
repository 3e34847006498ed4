package cloud.finfusion.metrics;

import cloud.finfusion.internal.time.Time;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Checks a window's values ten times in its length, and every half minute at least, on the timer.
 * While the window is empty no timer runs.
 *
 * @param <T> what a slice of the window holds
 */
final class WindowChecks<T> {
  private static final long LONGEST_PAUSE = Duration.ofSeconds(30).toNanos();

  private final WindowRules<T> rules;
  private final SlidingWindow<T> window;
  private final Time time;
  private final Consumer<Alert> listener;
  private final AtomicBoolean scheduled = new AtomicBoolean();
  private volatile @Nullable Runnable cancelNext;
  private volatile boolean ended;

  /**
   * Makes the checks of an empty window.
   *
   * @param listener is notified of alerts; throws nothing
   */
  WindowChecks(WindowRules<T> rules, Time time, Consumer<Alert> listener) {
    this.rules = rules;
    this.window = new SlidingWindow<>(rules.length(), rules.empty());
    this.time = time;
    this.listener = listener;
  }

  void callEnded(CallRecord call) {
    T slice = window.current(time.nanos());
    schedule(); // after the slice is there, so that no check finds the window empty and stops
    rules.recorder().accept(slice, call);
  }

  private void schedule() {
    if (!scheduled.get() && !ended && scheduled.compareAndSet(false, true)) {
      Runnable cancel =
          time.atLimit(Math.min(window.sliceNanos(), LONGEST_PAUSE), this::checkAgain);
      cancelNext = cancel;
      if (ended) { // before the timer was known
        cancel.run();
      }
    }
  }

  /** Is done again until the alerts have seen an empty window, with which each recovers. */
  private void checkAgain() {
    List<T> slices = window.all(time.nanos());
    try {
      check(slices);
    } finally {
      scheduled.set(false);
      if (!slices.isEmpty() || !window.all(time.nanos()).isEmpty()) {
        schedule();
      }
    }
  }

  private void check(List<T> slices) {
    for (AlertCheck<T> each : rules.alerts()) {
      Alert alert = each.check(rules.client(), rules.length(), slices);
      if (alert != null) {
        listener.accept(alert);
      }
    }
  }

  /** Ends the checks, on the timer too, with a last one of an empty window. */
  void end() {
    ended = true;
    Runnable cancel = cancelNext;
    if (cancel != null) {
      cancel.run();
      time.atLimit(0, () -> check(List.of()));
    }
  }
}
