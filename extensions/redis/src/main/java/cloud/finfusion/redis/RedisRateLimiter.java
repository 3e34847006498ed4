package cloud.finfusion.redis;

import cloud.finfusion.ratelimit.RateLimiter;
import cloud.finfusion.runtime.InvalidArgumentException;

/**
 * Makes a {@link RateLimiter} whose permits several instances share through Redis, for programs of
 * which more than one runs with the same API key: the plan counts their requests together.
 *
 * <pre>{@code
 * RateLimiter limiter =
 *     RedisRateLimiter.builder(redis).plan(RateLimiter.highVolume()).build();
 * FinFusion client = FinFusion.builder().fromEnv().rateLimiter(limiter).build();
 * }</pre>
 *
 * <p>A permit costs one round trip, and no thread waits for it. Redis's clock is used, so the
 * instances' clocks may differ. What one instance learns of the server's limit is used by all: the
 * pause of a 429, the count of requests that remain, permits that were not used.
 *
 * <p>While Redis fails, each instance takes permits from a bucket of its own with a share of the
 * plan ({@link Builder#localShare}), or none ({@link Builder#failClosed}). {@link
 * RateLimiter#isDegraded} tells it, so does the metric {@code finfusion.plan.degraded}, and one
 * warning is logged. Redis is used again as soon as it responds. A request for a permit that Redis
 * executes after its sender gave up takes none.
 */
public final class RedisRateLimiter {
  private RedisRateLimiter() {}

  /** Returns a new builder. */
  public static Builder builder(FinFusionRedis redis) {
    return new Builder(redis);
  }

  /** Collects options; {@link #build()} checks them. Not thread-safe. */
  public static final class Builder {
    private static final int LARGEST_LEASE = 10_000;

    private final FinFusionRedis redis;
    private RateLimiter plan = RateLimiter.standard();
    private String account = "";
    private int leaseSize = 1;
    private double localShare = 0.25;
    private boolean failClosed;

    private Builder(FinFusionRedis redis) {
      InvalidArgumentException.unlessPresent("redis", redis);
      this.redis = redis;
    }

    /**
     * The plan: the limiter whose options are used, among them its listener and how long a call may
     * wait. All instances need the same. Default {@link RateLimiter#standard()}.
     */
    public Builder plan(RateLimiter limiter) {
      this.plan = limiter;
      return this;
    }

    /**
     * Whose permits these are, as {@link RateLimiter#account} does it: limiters of one account
     * share them. Redis holds a hash of the id. Default: one account for all that use this Redis
     * and key prefix.
     */
    public Builder account(String id) {
      this.account = id;
      return this;
    }

    /**
     * How many permits an instance takes at once, for plans of thousands a second; 1 to 10,000, at
     * most the plan's burst. It uses them within a second without asking Redis, and returns the
     * rest. Each instance can then start so many attempts more at one moment, so in any time the
     * instances together start at most the plan's burst and rate, and this for each instance.
     * Default 1: none in advance.
     */
    public Builder leaseSize(int permits) {
      this.leaseSize = permits;
      return this;
    }

    /**
     * The share of the plan that each instance has while Redis fails; more than 0, at most 1. With
     * more than 1/share instances the plan can be exceeded meanwhile. Default 0.25, a decision of
     * this SDK.
     */
    public Builder localShare(double share) {
      this.localShare = share;
      return this;
    }

    /** Refuses calls while Redis fails, in place of {@link #localShare}. */
    public Builder failClosed() {
      this.failClosed = true;
      return this;
    }

    /**
     * Returns the limiter.
     *
     * @throws InvalidArgumentException naming the option that is out of bounds
     */
    public RateLimiter build() {
      InvalidArgumentException.unlessPresent("plan", plan);
      InvalidArgumentException.unlessPresent("account", account);
      long largest = Math.min(LARGEST_LEASE, plan.burst());
      if (leaseSize < 1 || leaseSize > largest) {
        throw new InvalidArgumentException(
            "leaseSize", "expected 1 to " + largest + ", got " + leaseSize);
      }
      if (!(localShare > 0 && localShare <= 1)) {
        throw new InvalidArgumentException(
            "localShare", "expected more than 0, at most 1, got " + localShare);
      }
      PermitSettings settings =
          new PermitSettings(
              redis, plan, leaseSize, failClosed ? 0 : localShare, SharedBucket.SERVER_CLOCK);
      return plan.toBuilder().permitSource(new RedisPermits(settings, account)).build();
    }
  }
}
