package cloud.finfusion.ratelimit;

import cloud.finfusion.runtime.InvalidArgumentException;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A plan's permits. Every attempt takes one, retries too. Clients that share a plan share the
 * instance; a rotated key keeps it, and {@link #account} parts those that do not. Fair: permits go
 * out in the order in which they are asked for. Thread-safe.
 */
public final class RateLimiter {
  /** What {@link #reserve} answers when no permit comes in time. */
  public static final long REFUSED = -1;

  private final Bucket bucket;
  private final ConcurrentMap<String, RateLimiter> accounts = new ConcurrentHashMap<>();
  private final long limit;
  private final long perMinutes;
  private final long burst;
  private final double nanosPerPermit;
  private final Duration maxWait;
  private final @Nullable Consumer<LimitReached> onLimitReached;
  private final LongSupplier source;
  private final LongSupplier clock;
  private final ServerPause pause;
  private final Exhaustion exhaustion;

  private RateLimiter(Builder builder) {
    limit = builder.maxRequests;
    perMinutes = builder.perMinutes;
    burst = builder.burst;
    maxWait = builder.maxWait;
    onLimitReached = builder.onLimitReached;
    source = builder.clock;
    long start = source.getAsLong();
    clock = () -> source.getAsLong() - start; // from zero on: nanoTime may be near its end
    pause = new ServerPause(clock);
    exhaustion = new Exhaustion(limit, onLimitReached);
    Duration period = Duration.ofMinutes(perMinutes);
    nanosPerPermit = (double) period.toNanos() / limit;
    bucket =
        Bucket.builder()
            .addLimit(plan -> plan.capacity(burst).refillGreedy(limit, period))
            .withCustomTimePrecision(new Meter(clock))
            .build();
  }

  /**
   * The clock of the bucket; monotonic, so a change of the wall clock neither freezes nor floods.
   */
  private record Meter(LongSupplier clock) implements TimeMeter {
    @Override
    public long currentTimeNanos() {
      return clock.getAsLong();
    }

    @Override
    public boolean isWallClockBased() {
      return false;
    }
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
        .clock(source);
  }

  /**
   * Returns the limiter of one account, for a program that acts for several: the same plan, permits
   * of its own, the same instance for the same id, whatever key the account uses today. Kept as
   * long as this one.
   *
   * @throws InvalidArgumentException if the id is blank
   */
  public RateLimiter account(String id) {
    if (id == null || id.isBlank()) {
      throw new InvalidArgumentException(
          "RateLimiter.account", "expected the account's id, got none. Give it one");
    }
    return accounts.computeIfAbsent(id, first -> toBuilder().build());
  }

  /**
   * Takes the next permit.
   *
   * @param longest how long the caller can wait for it, in nanoseconds
   * @return the nanoseconds until it may be used, 0 for now; {@link #REFUSED}, and nothing is
   *     taken, if that is longer than the caller or {@code maxWait} allows
   */
  public long reserve(long longest) {
    long most = Math.min(longest, maxWait.toNanos());
    long paused = pausedFor();
    if (paused > most) {
      return refused(paused);
    }
    if (bucket.tryConsume(1)) {
      return paused == 0 ? goes() : waits(paused);
    }
    long[] wait = {0};
    boolean taken =
        most > 0
            && bucket.asBlocking().tryConsumeUninterruptibly(1, most, nanos -> wait[0] = nanos);
    return taken ? waits(Math.max(wait[0], paused)) : refused(retryAfter().toNanos());
  }

  private long goes() {
    exhaustion.over();
    return 0;
  }

  private long waits(long wait) {
    exhaustion.waits();
    exhaustion.reached(wait);
    return wait;
  }

  private long refused(long wait) {
    exhaustion.reached(wait);
    return REFUSED;
  }

  /** A wait that {@link #reserve} asked for is over, used or not. */
  public void waited() {
    exhaustion.waited();
  }

  /** Gives a permit back that was not used. */
  public void giveBack() {
    bucket.addTokens(1);
  }

  /**
   * Nobody may start before the server's wish is over: it said 429 to one of those who share. The
   * bucket does not fill meanwhile, or it would let out a burst beside those who waited.
   */
  public void pause(Duration wish) {
    long missed = pause.extend(wish, nanos -> (long) (nanos / nanosPerPermit));
    if (missed > 0) {
      bucket.consumeIgnoringRateLimits(missed);
    }
  }

  /** Returns the nanoseconds until the server's wish is over; 0 if there is none. */
  public long pausedFor() {
    return pause.left();
  }

  /** Corrects the local view by the server's: it may have seen requests of others. */
  public void serverSays(long remaining) {
    long more = bucket.getAvailableTokens() - Math.max(0, remaining);
    if (more > 0) {
      bucket.consumeIgnoringRateLimits(more);
    }
  }

  /** Returns how many requests the plan allows in its period. */
  public long limit() {
    return limit;
  }

  /** Returns how many requests may start at once. */
  public long remaining() {
    return Math.max(0, bucket.getAvailableTokens());
  }

  /** Returns the time until the whole burst is there again. */
  public Duration resetAfter() {
    return Duration.ofNanos((long) ((burst - bucket.getAvailableTokens()) * nanosPerPermit));
  }

  /** Returns the time until the next permit; zero if there is one. */
  public Duration retryAfter() {
    return Duration.ofNanos(Math.max(untilNext(), pausedFor()));
  }

  /** The nanoseconds until the bucket has a permit. */
  long untilNext() {
    return bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill();
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
     * How long a call may wait for a permit, within its deadline; zero or more. Default: its
     * deadline.
     */
    public Builder maxWait(Duration longest) {
      this.maxWait = longest;
      return this;
    }

    /** Refuses a call at once when there is no permit; short for {@code maxWait(Duration.ZERO)}. */
    public Builder failFast() {
      return maxWait(Duration.ZERO);
    }

    /** Told when permits run out, once each time, on another thread. What it throws is logged. */
    public Builder onLimitReached(@Nullable Consumer<LimitReached> listener) {
      this.onLimitReached = listener;
      return this;
    }

    /** Where nanoseconds come from, for tests that own time. Default {@link System#nanoTime}. */
    public Builder clock(LongSupplier nanos) {
      this.clock = nanos;
      return this;
    }

    /**
     * Returns the limiter, full.
     *
     * @throws InvalidArgumentException naming the option that is out of bounds
     */
    public RateLimiter build() {
      within("maxRequests", maxRequests, 1_000_000);
      within("perMinutes", perMinutes, 1440);
      within("burst", burst, 1_000_000);
      if (maxWait.isNegative() || maxWait.compareTo(ONE_DAY) > 0) {
        throw new InvalidArgumentException(
            "RateLimiter.maxWait", "expected zero to one day, got " + maxWait);
      }
      return new RateLimiter(this);
    }

    private static void within(String option, long value, long most) {
      if (value < 1 || value > most) {
        throw new InvalidArgumentException(
            "RateLimiter." + option, "expected 1 to " + most + ", got " + value);
      }
    }
  }
}
