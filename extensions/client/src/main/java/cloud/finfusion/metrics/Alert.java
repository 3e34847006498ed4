package cloud.finfusion.metrics;

import java.time.Duration;
import java.util.Locale;

/**
 * An alert that fires or recovers.
 *
 * @param client the client's name, {@link Metrics.Builder#client}
 * @param rule what is measured
 * @param state whether the alert fires or recovers
 * @param value the share of errors, or the percentile in milliseconds
 * @param threshold above which value the alert fires
 * @param window over how long the value was taken
 * @param calls how many calls the window holds; none is a reason to recover
 */
public record Alert(
    String client,
    Rule rule,
    State state,
    double value,
    double threshold,
    Duration window,
    long calls) {
  /** What is measured. */
  public enum Rule {
    /** The share of calls that are errors, from 0 to 1. */
    ERROR_RATE,
    /** The time within which 95 of 100 calls end, in milliseconds. */
    LATENCY_P95,
    /** The time within which 99 of 100 calls end, in milliseconds. */
    LATENCY_P99
  }

  /** Whether an alert fires or recovers. */
  public enum State {
    /** The value has passed the threshold. */
    FIRING,
    /** The value is well below the threshold again, or nothing is called any more. */
    RECOVERED
  }

  /** Returns one line for a person to read. */
  @Override
  public String toString() {
    return "FinFusion client %s: %s %s: %s over %s, threshold %s, %d calls"
        .formatted(
            client,
            rule.name().toLowerCase(Locale.ROOT),
            state.name().toLowerCase(Locale.ROOT),
            text(value),
            window,
            text(threshold),
            calls);
  }

  private String text(double shown) {
    return rule == Rule.ERROR_RATE
        ? String.format(Locale.ROOT, "%.3f", shown)
        : String.format(Locale.ROOT, "%.0f ms", shown);
  }
}
