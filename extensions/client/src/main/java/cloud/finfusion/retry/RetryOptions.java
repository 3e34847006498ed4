package cloud.finfusion.retry;

import cloud.finfusion.internal.check.Checks;
import cloud.finfusion.runtime.InvalidArgumentException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How often and after which waits a call is tried again. The defaults are those that the vendor
 * documents: 3 retries, 1 s doubling up to 5 s, on 408, 429, 500, 502, 503 and 504. A {@code
 * Retry-After} of the server is a lower bound of the wait; the longest of several counts.
 * Immutable.
 */
public final class RetryOptions {
  private final int maxRetries;
  private final Duration initialDelay;
  private final Duration maxDelay;
  private final double backoffFactor;
  private final Set<Integer> retryableStatuses;
  private final @Nullable Double budgetRatio;
  private final int budgetReserve;

  private RetryOptions(Builder builder) {
    maxRetries = builder.maxRetries;
    initialDelay = builder.initialDelay;
    maxDelay = builder.maxDelay;
    backoffFactor = builder.backoffFactor;
    retryableStatuses = Set.copyOf(builder.retryableStatuses);
    budgetRatio = builder.budgetRatio;
    budgetReserve = builder.budgetReserve;
  }

  /** Returns a new builder with the defaults. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder with the values of this one. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.maxRetries = maxRetries;
    builder.initialDelay = initialDelay;
    builder.maxDelay = maxDelay;
    builder.backoffFactor = backoffFactor;
    builder.retryableStatuses = retryableStatuses;
    builder.budgetRatio = budgetRatio;
    builder.budgetReserve = budgetReserve;
    return builder;
  }

  /** Returns how often a call is tried again at most. */
  public int maxRetries() {
    return maxRetries;
  }

  /** Returns the wait before the first retry. */
  public Duration initialDelay() {
    return initialDelay;
  }

  /** Returns the longest backoff; a server may ask for a longer wait. */
  public Duration maxDelay() {
    return maxDelay;
  }

  /** Returns by how much each wait is longer than the one before. */
  public double backoffFactor() {
    return backoffFactor;
  }

  /** Returns the statuses after which a call is tried again, if that is safe. */
  public Set<Integer> retryableStatuses() {
    return retryableStatuses;
  }

  /** Returns how many retries each call adds to the budget; null if there is no budget. */
  public @Nullable Double budgetRatio() {
    return budgetRatio;
  }

  /** Returns how many retries the budget starts with. */
  public int budgetReserve() {
    return budgetReserve;
  }

  @Override
  public String toString() {
    return "RetryOptions{maxRetries="
        + maxRetries
        + ", initialDelay="
        + initialDelay
        + ", maxDelay="
        + maxDelay
        + ", backoffFactor="
        + backoffFactor
        + ", retryableStatuses="
        + new TreeSet<>(retryableStatuses)
        + "}";
  }

  /** Collects options; {@link #build()} checks them. Not thread-safe. */
  public static final class Builder {
    private int maxRetries = 3;
    private Duration initialDelay = Duration.ofSeconds(1);
    private Duration maxDelay = Duration.ofSeconds(5);
    private double backoffFactor = 2;
    private Set<Integer> retryableStatuses = Set.of(408, 429, 500, 502, 503, 504);
    private @Nullable Double budgetRatio;
    private int budgetReserve;

    private Builder() {}

    /**
     * How often a call is tried again at most; 0 to 100, 0 for never. Default 3 (documented by the
     * vendor).
     */
    public Builder maxRetries(int times) {
      this.maxRetries = times;
      return this;
    }

    /** The wait before the first retry; zero or more. Default 1 s (documented by the vendor). */
    public Builder initialDelay(Duration delay) {
      this.initialDelay = delay;
      return this;
    }

    /** The longest backoff; at least initialDelay. Default 5 s (documented by the vendor). */
    public Builder maxDelay(Duration delay) {
      this.maxDelay = delay;
      return this;
    }

    /**
     * By how much each wait is longer than the one before; 1 to 100. Default 2 (documented by the
     * vendor).
     */
    public Builder backoffFactor(double factor) {
      this.backoffFactor = factor;
      return this;
    }

    /**
     * The statuses after which a call is tried again, 400 to 599. Default 408, 429, 500, 502, 503,
     * 504 (documented by the vendor).
     */
    public Builder retryableStatuses(int... statuses) {
      InvalidArgumentException.unlessPresent("RetryOptions.retryableStatuses", statuses);
      Set<Integer> set = new TreeSet<>();
      Arrays.stream(statuses).forEach(set::add);
      this.retryableStatuses = set;
      return this;
    }

    /**
     * Bounds retries by the number of calls: each call adds {@code ratio} of a retry to the budget,
     * which starts with {@code reserve} retries. With 0.1 an outage costs 1.1 attempts per call
     * once the reserve is spent. Ratio 0 to 1, reserve 0 to 1000. Default: no budget, each call may
     * use its retries.
     */
    public Builder budget(double ratio, int reserve) {
      this.budgetRatio = ratio;
      this.budgetReserve = reserve;
      return this;
    }

    /**
     * Returns the options.
     *
     * @throws InvalidArgumentException naming the option that is out of bounds
     */
    public RetryOptions build() {
      Checks.within("RetryOptions.maxRetries", maxRetries, 0, 100);
      InvalidArgumentException.unlessPresent("RetryOptions.initialDelay", initialDelay);
      InvalidArgumentException.unlessPresent("RetryOptions.maxDelay", maxDelay);
      require(
          !initialDelay.isNegative(), "initialDelay", "expected zero or more, got " + initialDelay);
      require(
          maxDelay.compareTo(initialDelay) >= 0 && maxDelay.compareTo(Duration.ofDays(1)) <= 0,
          "maxDelay",
          "expected initialDelay (" + initialDelay + ") to one day, got " + maxDelay);
      Checks.backoffFactor("RetryOptions.backoffFactor", backoffFactor);
      for (int status : retryableStatuses) {
        Checks.within("RetryOptions.retryableStatuses", status, 400, 599);
      }
      require(
          budgetRatio == null || (budgetRatio >= 0 && budgetRatio <= 1),
          "budget",
          "expected a ratio of 0 to 1, got " + budgetRatio);
      require(
          budgetReserve >= 0 && budgetReserve <= 1000,
          "budget",
          "expected a reserve of 0 to 1000, got " + budgetReserve);
      return new RetryOptions(this);
    }

    private static void require(boolean holds, String option, String problem) {
      if (!holds) {
        throw new InvalidArgumentException("RetryOptions." + option, problem);
      }
    }
  }
}
