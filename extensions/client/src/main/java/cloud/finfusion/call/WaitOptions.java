package cloud.finfusion.call;

import cloud.finfusion.internal.check.Checks;
import cloud.finfusion.runtime.InvalidArgumentException;
import java.time.Duration;

/**
 * How long to wait for a state of a resource, and how often to look. The resource is read at once;
 * then after {@link #initialDelay()}, then after delays that grow to {@link #maxDelay()}. Each is
 * up to a fifth shorter, so that many who wait do not look at the same moment. Immutable.
 */
public final class WaitOptions {
  private static final Duration SHORTEST = Duration.ofMillis(1);
  private static final WaitOptions DEFAULTS = builder().build();

  private final Duration timeout;
  private final Duration initialDelay;
  private final Duration maxDelay;
  private final double backoffFactor;
  private final CallOptions callOptions;

  private WaitOptions(Builder builder) {
    timeout = builder.timeout;
    initialDelay = builder.initialDelay;
    maxDelay = builder.maxDelay;
    backoffFactor = builder.backoffFactor;
    callOptions = builder.callOptions;
  }

  /** Returns the options of a wait that sets none. */
  public static WaitOptions defaults() {
    return DEFAULTS;
  }

  /** Returns a new builder. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder with the values of this one. */
  public Builder toBuilder() {
    return new Builder()
        .timeout(timeout)
        .initialDelay(initialDelay)
        .maxDelay(maxDelay)
        .backoffFactor(backoffFactor)
        .callOptions(callOptions);
  }

  /** Returns the time for the whole wait. */
  public Duration timeout() {
    return timeout;
  }

  /** Returns the delay before the resource is read for the second time. */
  public Duration initialDelay() {
    return initialDelay;
  }

  /** Returns the longest delay; a server may ask for a longer one. */
  public Duration maxDelay() {
    return maxDelay;
  }

  /** Returns by how much each delay is longer than the one before. */
  public double backoffFactor() {
    return backoffFactor;
  }

  /** Returns the options of each call that reads the resource. */
  public CallOptions callOptions() {
    return callOptions;
  }

  @Override
  public String toString() {
    return "WaitOptions{timeout="
        + timeout
        + ", initialDelay="
        + initialDelay
        + ", maxDelay="
        + maxDelay
        + ", backoffFactor="
        + backoffFactor
        + ", callOptions="
        + callOptions
        + "}";
  }

  /** Collects options; {@link #build()} checks them. Not thread-safe. */
  public static final class Builder {
    private Duration timeout = Duration.ofMinutes(10);
    private Duration initialDelay = Duration.ofMillis(500);
    private Duration maxDelay = Duration.ofSeconds(10);
    private double backoffFactor = 1.5;
    private CallOptions callOptions = CallOptions.none();

    private Builder() {}

    /** The time for the whole wait; more than zero, at most one day. Default 10 minutes. */
    public Builder timeout(Duration time) {
      this.timeout = time;
      return this;
    }

    /**
     * The delay before the resource is read for the second time; 1 ms to maxDelay. Default 500 ms.
     */
    public Builder initialDelay(Duration delay) {
      this.initialDelay = delay;
      return this;
    }

    /** The longest delay; initialDelay to one day. Default 10 s. */
    public Builder maxDelay(Duration delay) {
      this.maxDelay = delay;
      return this;
    }

    /** By how much each delay is longer than the one before; 1 to 100. Default 1.5. */
    public Builder backoffFactor(double factor) {
      this.backoffFactor = factor;
      return this;
    }

    /**
     * The options of each call that reads the resource. Such a call never takes longer than what is
     * left of the whole wait. Default: none.
     */
    public Builder callOptions(CallOptions options) {
      this.callOptions = options;
      return this;
    }

    /**
     * Returns the options.
     *
     * @throws InvalidArgumentException naming the option that is out of bounds
     */
    public WaitOptions build() {
      Checks.upToOneDay("WaitOptions.timeout", timeout);
      InvalidArgumentException.unlessPresent("WaitOptions.initialDelay", initialDelay);
      require(
          initialDelay.compareTo(SHORTEST) >= 0,
          "initialDelay",
          "expected at least 1 ms, got " + initialDelay);
      Checks.upToOneDay("WaitOptions.maxDelay", maxDelay);
      require(
          maxDelay.compareTo(initialDelay) >= 0,
          "maxDelay",
          "expected initialDelay (" + initialDelay + ") or more, got " + maxDelay);
      Checks.backoffFactor("WaitOptions.backoffFactor", backoffFactor);
      InvalidArgumentException.unlessPresent("WaitOptions.callOptions", callOptions);
      return new WaitOptions(this);
    }

    private static void require(boolean holds, String option, String problem) {
      if (!holds) {
        throw new InvalidArgumentException("WaitOptions." + option, problem);
      }
    }
  }
}
