package cloud.finfusion.metrics;

import cloud.finfusion.internal.check.Checks;
import cloud.finfusion.runtime.InvalidArgumentException;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * When a client that fails or has become slow says so, without a monitoring system. An alert fires
 * once, when its value over the window passes the threshold, and recovers once, when the value is
 * down to 80 % of the threshold, nothing is called any more or the client is closed. A window is
 * checked ten times in its length and every 30 s at least. What fires and recovers is logged (WARN,
 * INFO) and passed to {@link Builder#onAlert}. Calls served from the cache count for neither rate
 * nor latency. The documentation's example is an error rate of 0.05 over 5 minutes, a p95 of 1 s
 * and a p99 of 2 s; the rest are decisions of this SDK. Immutable.
 *
 * <pre>{@code
 * Alerts.builder()
 *     .errorRate(0.05, Duration.ofMinutes(5))
 *     .latency(Duration.ofSeconds(1), Duration.ofSeconds(2))
 *     .onAlert(alert -> pager.page(alert.toString()))
 *     .build();
 * }</pre>
 */
public final class Alerts {
  private final @Nullable Double errorRate;
  private final Duration errorRateWindow;
  private final @Nullable Duration p95;
  private final @Nullable Duration p99;
  private final Duration latencyWindow;
  private final int minimumCalls;
  private final Consumer<Alert> onAlert;

  private Alerts(Builder builder) {
    errorRate = builder.errorRate;
    errorRateWindow = builder.errorRateWindow;
    p95 = builder.latency == null ? null : builder.latency.p95;
    p99 = builder.latency == null ? null : builder.latency.p99;
    latencyWindow = builder.latencyWindow;
    minimumCalls = builder.minimumCalls;
    onAlert = builder.onAlert;
  }

  /** Returns a new builder, without thresholds. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns the share of errors above which an alert fires; null for none. */
  public @Nullable Double errorRate() {
    return errorRate;
  }

  /** Returns the window of the error rate. */
  public Duration errorRateWindow() {
    return errorRateWindow;
  }

  /** Returns the 95th percentile of a call's time above which an alert fires; null for none. */
  public @Nullable Duration p95() {
    return p95;
  }

  /** Returns the 99th percentile of a call's time above which an alert fires; null for none. */
  public @Nullable Duration p99() {
    return p99;
  }

  /** Returns the window of the percentiles. */
  public Duration latencyWindow() {
    return latencyWindow;
  }

  /** Returns how many calls a window must hold for an alert to fire. */
  public int minimumCalls() {
    return minimumCalls;
  }

  Consumer<Alert> onAlert() {
    return onAlert;
  }

  @Override
  public String toString() {
    return "Alerts{errorRate=%s over %s, p95=%s, p99=%s over %s, minimumCalls=%d}"
        .formatted(errorRate, errorRateWindow, p95, p99, latencyWindow, minimumCalls);
  }

  /** Collects options; {@link #build()} checks them. Not thread-safe. */
  public static final class Builder {
    private static final Duration SHORTEST_WINDOW = Duration.ofSeconds(1);
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    private @Nullable Double errorRate;
    private Duration errorRateWindow = FIVE_MINUTES;
    private @Nullable Percentiles latency;
    private Duration latencyWindow = FIVE_MINUTES;
    private int minimumCalls = 20;
    private Consumer<Alert> onAlert = alert -> {};

    private record Percentiles(Duration p95, Duration p99) {}

    private Builder() {}

    /**
     * Fires when more than this share of the calls are errors, as {@link CallRecord.Result#ERROR}
     * says. Default: no alert.
     *
     * @param threshold 0 to 1, above which the share must be, so that 1 never fires; 0.05 in the
     *     vendor's documentation
     * @param window over how long the share is taken; 1 s to one day
     */
    public Builder errorRate(double threshold, Duration window) {
      this.errorRate = threshold;
      this.errorRateWindow = window;
      return this;
    }

    /**
     * Fires when a percentile of the time of calls, waits and retries included, is above its
     * threshold. Both are more than zero and at most one day, p95 not above p99; 1 s and 2 s in the
     * vendor's documentation. A p95 wants at least 20 calls in its window and a p99 100, as of
     * fewer it would be the slowest call. Default: no alert.
     */
    public Builder latency(Duration p95AtMost, Duration p99AtMost) {
      this.latency = new Percentiles(p95AtMost, p99AtMost);
      return this;
    }

    /** Over how long the percentiles are taken; 1 s to one day. Default 5 minutes. */
    public Builder latencyWindow(Duration window) {
      this.latencyWindow = window;
      return this;
    }

    /**
     * How many calls a window must hold for an alert to fire, so that one failure at night does
     * not; at least 1. Default 20.
     */
    public Builder minimumCalls(int calls) {
      this.minimumCalls = calls;
      return this;
    }

    /**
     * Is given each alert that fires or recovers, on the one thread of the metrics, which checks
     * nothing meanwhile: it must not block. Exceptions it throws are logged and ignored.
     */
    public Builder onAlert(Consumer<Alert> listener) {
      this.onAlert = listener;
      return this;
    }

    /**
     * Returns the options.
     *
     * @throws InvalidArgumentException naming the option that is out of bounds, or if there is no
     *     threshold
     */
    public Alerts build() {
      if (errorRate == null && latency == null) {
        throw new InvalidArgumentException(
            "Alerts", "expected errorRate(…) or latency(…), got neither");
      }
      if (errorRate != null && !(errorRate >= 0 && errorRate <= 1)) { // NaN is neither
        throw new InvalidArgumentException(
            "Alerts.errorRate", "expected a share of 0 to 1, as 0.05, got " + errorRate);
      }
      checkWindow("Alerts.errorRate", errorRateWindow);
      checkWindow("Alerts.latencyWindow", latencyWindow);
      Checks.atLeastOne("Alerts.minimumCalls", minimumCalls);
      InvalidArgumentException.unlessPresent("Alerts.onAlert", onAlert);
      if (latency != null) {
        checkLatency(latency.p95, latency.p99);
      }
      return new Alerts(this);
    }

    private static void checkWindow(String option, Duration window) {
      Checks.upToOneDay(option, window);
      if (window.compareTo(SHORTEST_WINDOW) < 0) {
        throw new InvalidArgumentException(
            option, "expected a window of 1 s at least, got " + window);
      }
    }

    private static void checkLatency(Duration p95, Duration p99) {
      Checks.upToOneDay("Alerts.latency", p95);
      Checks.upToOneDay("Alerts.latency", p99);
      if (p95.compareTo(p99) > 0) {
        throw new InvalidArgumentException(
            "Alerts.latency", "expected a p95 of at most the p99, got " + p95 + " and " + p99);
      }
    }
  }
}
