package cloud.finfusion.redis;

import cloud.finfusion.runtime.InvalidArgumentException;
import cloud.finfusion.webhook.ReplayGuard;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Remembers in Redis which events were handled, so that each is handled once by all instances of a
 * program, whichever of them it is delivered to. Redis holds a hash of the event's id. Thread-safe;
 * make one for a program.
 *
 * <pre>{@code
 * ReplayGuard guard = RedisReplayGuard.builder(redis).build();
 * WebhookVerifier verifier =
 *     WebhookVerifier.builder().secrets("whsec_…").replayGuard(guard).build();
 * }</pre>
 *
 * <p>An instance that ends between the claim of an event and its end, as by a crash, leaves the
 * claim until it expires ({@link Builder#claimTime}). Deliveries until then are refused with a
 * request to repeat; the next one is handled again. Events are therefore handled at least once: let
 * what a handler does be repeatable, or do it in one transaction that notes the event's id.
 *
 * <p>While Redis fails, no event is claimed: {@code claim} throws {@link RedisUnavailableException}
 * and the sender is asked to repeat the event. It waits for at most the command timeout, once. An
 * event that was handled meanwhile is remembered by this instance, up to 100,000 of them, and
 * written to Redis when it responds again; another instance may claim it before, once the claim
 * expired. A claim that could not be released expires.
 *
 * <p>Redis forgets what it does not keep on disk. For events to be known after its restart it needs
 * {@code appendonly yes}, and for all of them {@code maxmemory-policy noeviction}; a Redis that was
 * flushed lets each event be handled again.
 */
public final class RedisReplayGuard implements ReplayGuard {
  private static final int MOST_UNSENT = 100_000; // as many as the handler's guard in memory keeps

  private final EventClaims claims;
  private final UnsentWrites unsent;

  RedisReplayGuard(EventClaims claims, Executor later) {
    this.claims = claims;
    this.unsent =
        new UnsentWrites(MOST_UNSENT, UnsentWrites::removeOldest, this::sendHandled, later);
    claims.redis().onClose(unsent::close);
  }

  /** Returns a new builder. */
  public static Builder builder(FinFusionRedis redis) {
    return new Builder(redis);
  }

  /**
   * Claims an event.
   *
   * @throws RedisUnavailableException if Redis fails: the event must not be handled now
   */
  @Override
  public Claim claim(String eventId) {
    if (unsent.contains(eventId)) {
      return Claim.HANDLED;
    }
    if (!isAsked()) {
      throw unavailable("none, as it failed before");
    }
    try {
      return decided(claims.claim(eventId).join());
    } catch (CompletionException failure) {
      throw unavailable(RedisFailures.describe(failure));
    }
  }

  private static RedisUnavailableException unavailable(String got) {
    return new RedisUnavailableException(
        "claim of a webhook event: expected a response of Redis, got "
            + got
            + ". Nothing was handled; ask the sender to repeat it");
  }

  private static Claim decided(String response) {
    return switch (response) {
      case EventClaims.CLAIMED -> Claim.CLAIMED;
      case "handled" -> Claim.HANDLED;
      default -> Claim.IN_PROGRESS;
    };
  }

  @Override
  public void handled(String eventId) {
    sendHandled(eventId)
        .handle(
            (written, failure) -> {
              if (failure != null) {
                unsent.add(eventId);
              }
              return written;
            })
        .join();
  }

  private CompletableFuture<String> sendHandled(String eventId) {
    return isAsked()
        ? claims.handled(eventId)
        : CompletableFuture.failedFuture(new IllegalStateException("Redis fails"));
  }

  @Override
  public void release(String eventId) {
    if (isAsked()) {
      claims.release(eventId).exceptionally(expires -> "").join();
    }
  }

  /** Nobody waits for a Redis that is known to fail. */
  private boolean isAsked() {
    return claims.redis().commands().circuit().allows();
  }

  @Override
  public String toString() {
    return "RedisReplayGuard{claimTime="
        + claims.claimTime()
        + ", remember="
        + claims.remember()
        + "}";
  }

  /** Collects options; {@link #build()} checks them. Not thread-safe. */
  public static final class Builder {
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST_CLAIM = Duration.ofDays(1);
    private static final Duration LONGEST = Duration.ofDays(365);

    private final FinFusionRedis redis;
    private Duration remember = Duration.ofDays(3);
    private Duration claimTime = Duration.ofMinutes(5);

    private Builder(FinFusionRedis redis) {
      InvalidArgumentException.unlessPresent("redis", redis);
      this.redis = redis;
    }

    /**
     * For how long an event is known to be handled: longer than the sender repeats it; 1 s to 365
     * days. Each event takes some 150 bytes of Redis. Default 3 days, a decision of this SDK.
     */
    public Builder remember(Duration time) {
      this.remember = time;
      return this;
    }

    /**
     * When the claim on an event expires that its instance did not end: longer than a handler ever
     * takes, or a second one starts beside it; 1 s to 1 day. Default 5 min, a decision of this SDK.
     */
    public Builder claimTime(Duration time) {
      this.claimTime = time;
      return this;
    }

    /**
     * Returns the guard.
     *
     * @throws InvalidArgumentException naming the option that is out of bounds
     */
    public RedisReplayGuard build() {
      check("remember", remember, LONGEST);
      check("claimTime", claimTime, LONGEST_CLAIM);
      EventClaims claims =
          new EventClaims(redis, UUID.randomUUID().toString(), claimTime, remember);
      return new RedisReplayGuard(
          claims,
          CompletableFuture.delayedExecutor(
              RedisCircuit.BETWEEN_PROBES.toMillis(), TimeUnit.MILLISECONDS));
    }

    private static void check(String option, Duration value, Duration longest) {
      InvalidArgumentException.unlessPresent(option, value);
      if (value.compareTo(SHORTEST) < 0 || value.compareTo(longest) > 0) {
        throw new InvalidArgumentException(option, "expected 1 s to " + longest + ", got " + value);
      }
    }
  }
}
