package cloud.finfusion.ratelimit;

import cloud.finfusion.internal.check.Checks;
import cloud.finfusion.runtime.InvalidArgumentException;
import cloud.finfusion.spi.PermitSource;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The permits of a plan. Each attempt takes one, retries included. Clients that share a plan share
 * the instance, also when a key is rotated; {@link #account} gives another account permits of its
 * own. Fair: permits are granted in the order of requests. Thread-safe.
 */
public final class RateLimiter {
  private final PermitSource permits;
  private final ConcurrentMap<String, RateLimiter> accounts = new ConcurrentHashMap<>();
  private final long limit;
  private final long perMinutes;
  private final long burst;
  private final Duration maxWait;
  private final @Nullable Consumer<LimitReached> onLimitReached;
  private final LongSupplier clock;
  private final @Nullable PermitSource source;

  private RateLimiter(Builder builder) {
    limit = builder.maxRequests;
    perMinutes = builder.perMinutes;
    burst = builder.burst;
    maxWait = builder.maxWait;
    onLimitReached = builder.onLimitReached;
    clock = builder.clock;
    source = builder.permitSource;
    permits =
        new NotifyingPermits(
            source == null ? new TokenBucket(limit, period(), burst, maxWait, clock) : source,
            new LimitNotifier(limit, onLimitReached));
  }

  /** The plan Standard: 100 requests a minute, burst 150 (documented by the vendor). */
  public static RateLimiter standard() {
    return builder().build();
  }

  /** The plan High Volume: 1000 requests a minute, burst 1500 (documented by the vendor). */
  public static RateLimiter highVolume() {
    return builder().maxRequests(1000).burst(1500).build();
  }

  /** Returns a new builder, which starts as the plan Standard. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder with the values of this one. */
  public Builder toBuilder() {
    return builder()
        .maxRequests(limit)
        .perMinutes(perMinutes)
        .burst(burst)
        .maxWait(maxWait)
        .onLimitReached(onLimitReached)
        .clock(clock)
        .permitSource(source);
  }

  /**
   * Returns the limiter of one account, for a program that acts for several accounts: the same plan
   * with permits of its own. The same id returns the same instance, whatever key the account uses,
   * for as long as this limiter lives.
   *
   * @throws InvalidArgumentException if the id is blank
   */
  public RateLimiter account(String id) {
    if (id == null || id.isBlank()) {
      throw new InvalidArgumentException(
          "RateLimiter.account", "expected the account's id, got none. Give it one");
    }
    return accounts.computeIfAbsent(
        id, first -> toBuilder().permitSource(source == null ? null : source.account(id)).build());
  }

  /** Returns the permits as calls take them, for a source that takes some from this limiter. */
  public PermitSource permitSource() {
    return permits;
  }

  /** Returns how many requests the plan allows in its period. */
  public long limit() {
    return limit;
  }

  /** Returns how long the plan's period is. */
  public Duration period() {
    return Duration.ofMinutes(perMinutes);
  }

  /** Returns how many requests may start at once after a rest. */
  public long burst() {
    return burst;
  }

  /** Returns how long a call may wait for a permit. */
  public Duration maxWait() {
    return maxWait;
  }

  /** Returns the clock, in nanoseconds. */
  public LongSupplier clock() {
    return clock;
  }

  /**
   * Returns whether permits come from a substitute, because those that several machines share
   * cannot be had.
   */
  public boolean isDegraded() {
    return permits.degraded();
  }

  /** Returns how many requests may start at once. */
  public long remaining() {
    return Math.max(0, permits.remaining());
  }

  /** Returns the time until the whole burst is there again. */
  public Duration resetAfter() {
    double nanosPerPermit = (double) period().toNanos() / limit;
    return Duration.ofNanos((long) ((burst - permits.remaining()) * nanosPerPermit));
  }

  /** Returns the time until the next permit; zero if there is one. */
  public Duration retryAfter() {
    return permits.retryAfter();
  }

  @Override
  public String toString() {
    return "RateLimiter{limit=" + limit + ", burst=" + burst + ", remaining=" + remaining() + "}";
  }

  /** Collects options; {@link #build()} checks them. Not thread-safe. */
  public static final class Builder {
    private static final Duration ONE_DAY = Duration.ofDays(1);

    private long maxRequests = 100;
    private long perMinutes = 1;
    private long burst = 150;
    private Duration maxWait = ONE_DAY;
    private @Nullable Consumer<LimitReached> onLimitReached;
    private LongSupplier clock = System::nanoTime;
    private @Nullable PermitSource permitSource;

    private Builder() {}

    /** How many requests in a period; 1 to 1,000,000. Default 100 (documented by the vendor). */
    public Builder maxRequests(long requests) {
      this.maxRequests = requests;
      return this;
    }

    /** How long the period is in minutes; 1 to 1440. Default 1 (documented by the vendor). */
    public Builder perMinutes(long minutes) {
      this.perMinutes = minutes;
      return this;
    }

    /**
     * How many requests may start at once after a rest; 1 to 1,000,000. Default 150 (documented by
     * the vendor).
     */
    public Builder burst(long requests) {
      this.burst = requests;
      return this;
    }

    /**
     * How long a call may wait for a permit, within its deadline; zero or more. Default: as long as
     * the call's deadline allows.
     */
    public Builder maxWait(Duration longest) {
      this.maxWait = longest;
      return this;
    }

    /** Refuses a call at once when there is no permit; short for {@code maxWait(Duration.ZERO)}. */
    public Builder failFast() {
      return maxWait(Duration.ZERO);
    }

    /**
     * Adds a listener that is notified when permits run out, once each time, on another thread.
     * Exceptions it throws are logged and ignored.
     */
    public Builder onLimitReached(@Nullable Consumer<LimitReached> listener) {
      this.onLimitReached = listener;
      return this;
    }

    /** The clock in nanoseconds, for tests that control time. Default {@link System#nanoTime}. */
    public Builder clock(LongSupplier nanos) {
      this.clock = nanos;
      return this;
    }

    /**
     * Takes permits from another source than a bucket in this process, as for a limit that several
     * machines share. The source then enforces the plan and {@code maxWait}; an {@link #account}
     * uses its {@link PermitSource#account}.
     */
    public Builder permitSource(@Nullable PermitSource source) {
      this.permitSource = source;
      return this;
    }

    /**
     * Returns the limiter, its burst full.
     *
     * @throws InvalidArgumentException naming the option that is out of bounds
     */
    public RateLimiter build() {
      Checks.within("RateLimiter.maxRequests", maxRequests, 1, 1_000_000);
      Checks.within("RateLimiter.perMinutes", perMinutes, 1, 1440);
      Checks.within("RateLimiter.burst", burst, 1, 1_000_000);
      InvalidArgumentException.unlessPresent("RateLimiter.maxWait", maxWait);
      InvalidArgumentException.unlessPresent("RateLimiter.clock", clock);
      if (maxWait.isNegative() || maxWait.compareTo(ONE_DAY) > 0) {
        throw new InvalidArgumentException(
            "RateLimiter.maxWait", "expected zero to one day, got " + maxWait);
      }
      return new RateLimiter(this);
    }
  }
}
