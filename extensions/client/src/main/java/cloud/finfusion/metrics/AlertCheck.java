package cloud.finfusion.metrics;

import cloud.finfusion.metrics.Alert.State;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One alert and whether it fires. Checked by one thread at a time.
 *
 * @param <T> what a slice of the window holds
 */
final class AlertCheck<T> {
  private final Alert.Rule rule;
  private final AlertRule decision;
  private final Function<List<T>, Sample> sample;
  private boolean firing;

  /** The value of a window, and how many calls it is of. */
  record Sample(double value, long calls) {}

  AlertCheck(Alert.Rule rule, AlertRule decision, Function<List<T>, Sample> sample) {
    this.rule = rule;
    this.decision = decision;
    this.sample = sample;
  }

  /** Returns the alert that fires or recovers; null if nothing changes. */
  @Nullable Alert check(String client, Duration window, List<T> slices) {
    Sample now = sample.apply(slices);
    State change = decision.change(firing, now.value, now.calls);
    if (change == null) {
      return null;
    }
    firing = change == State.FIRING;
    return new Alert(client, rule, change, now.value, decision.threshold(), window, now.calls);
  }
}
