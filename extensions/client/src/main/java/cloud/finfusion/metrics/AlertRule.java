package cloud.finfusion.metrics;

import cloud.finfusion.metrics.Alert.State;
import org.jspecify.annotations.Nullable;

/**
 * Decides when an alert fires and recovers. The value must be well below the threshold to recover,
 * so that one that hovers around it does not alert again and again. Pure.
 *
 * @param threshold above which value the alert fires
 * @param minimumCalls with how many calls at least
 */
record AlertRule(double threshold, int minimumCalls) {
  private static final double RECOVERS_AT = 0.8;

  /**
   * Returns the change of an alert that is firing or not; null if it stays as it is.
   *
   * @param calls how many calls the value is of; fewer than the minimum are enough to recover, as
   *     they would not be enough to fire again
   */
  @Nullable State change(boolean firing, double value, long calls) {
    if (firing) {
      return calls == 0 || value <= threshold * RECOVERS_AT ? State.RECOVERED : null;
    }
    return calls >= minimumCalls && value > threshold ? State.FIRING : null;
  }
}
