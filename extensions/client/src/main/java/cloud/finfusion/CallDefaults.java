package cloud.finfusion;

import cloud.finfusion.error.ConfigurationException;
import cloud.finfusion.internal.check.Checks;
import cloud.finfusion.internal.options.ClientOptions;
import cloud.finfusion.ratelimit.RateLimiter;
import cloud.finfusion.retry.RetryOptions;
import cloud.finfusion.runtime.InvalidArgumentException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the calls of a derived client have in common, see {@link FinFusion#withOptions}. Starts as
 * the client that it is derived from. There is no idempotency key here: kept for many calls, it
 * would return the first payment for ever. Not thread-safe.
 */
public final class CallDefaults {
  private RetryOptions retry;
  private Duration timeout;
  private Duration deadline;
  private @Nullable RateLimiter plan;
  private @Nullable RateLimiter limiter;

  CallDefaults(ClientOptions of, @Nullable RateLimiter plan) {
    this.retry = of.retry();
    this.timeout = of.timeout();
    this.deadline = of.deadline();
    this.plan = plan;
    this.limiter = of.rateLimiter();
  }

  /** The time for one attempt; more than zero, at most one day. */
  public CallDefaults timeout(Duration limit) {
    Checks.upToOneDay("timeout", limit);
    this.timeout = limit;
    return this;
  }

  /** The time for a call, waits and retries included; more than zero, at most one day. */
  public CallDefaults deadline(Duration limit) {
    Checks.upToOneDay("deadline", limit);
    this.deadline = limit;
    return this;
  }

  /**
   * Whether and when to try again. With the same budget of retries as the client, both pay from
   * one; another budget is the derived client's own.
   */
  public CallDefaults retry(RetryOptions options) {
    InvalidArgumentException.unlessPresent("retry", options);
    this.retry = options;
    return this;
  }

  /** How often to try again at most; short for {@link #retry}. */
  public CallDefaults retries(int times) {
    return retry(retry.toBuilder().maxRetries(times).build());
  }

  /** Limits when attempts may start, in place of the client's limiter and of its account. */
  public CallDefaults rateLimiter(RateLimiter shared) {
    InvalidArgumentException.unlessPresent("rateLimiter", shared);
    this.plan = shared;
    this.limiter = shared;
    return this;
  }

  /**
   * Takes permits from the limiter of this account, {@link RateLimiter#account account(id)} of the
   * client's limiter. The id is not sent; the credential is the client's.
   *
   * @throws ConfigurationException if there is no limiter
   * @throws InvalidArgumentException if the id is blank
   */
  public CallDefaults account(String id) {
    if (plan == null) {
      throw new ConfigurationException(
          "account",
          "expected a client with a rate limiter, got one without. Call rateLimiter(…) first.");
    }
    this.limiter = plan.account(id);
    return this;
  }

  ClientOptions of(ClientOptions options) {
    return options.with(retry, limiter, timeout, deadline);
  }

  /** Returns the limiter whose accounts are meant; not that of an account. */
  @Nullable RateLimiter plan() {
    return plan;
  }
}
