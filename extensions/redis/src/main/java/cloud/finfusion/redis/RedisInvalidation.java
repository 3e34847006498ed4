package cloud.finfusion.redis;

import cloud.finfusion.runtime.InvalidArgumentException;
import cloud.finfusion.spi.SharedInvalidation;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Lets the caches of several instances notify each other through Redis: what a write, a webhook or
 * {@code cache().invalidate} drops in one, all drop. Responses stay in each instance; Redis is sent
 * the names of families and the patterns, in which ids may be. Thread-safe; make one for a program,
 * and close it after the clients that use it.
 *
 * <pre>{@code
 * RedisInvalidation invalidation = RedisInvalidation.builder(redis).build();
 * CacheOptions cache =
 *     CacheOptions.builder()
 *         .invalidateOn("customer.*")
 *         .sharedInvalidation(invalidation)
 *         .build();
 * }</pre>
 *
 * <p>A change arrives within milliseconds. Changes are numbered, and each instance compares the
 * number of the last one that it knows with that of Redis, four times in {@link
 * Builder#staleAtMost}. One that missed a change drops all that it cached. One that could not
 * compare for that time, as while Redis fails, serves nothing of its cache: its reads go to the
 * server. So a lost message, a broken connection and a restarted, flushed or failed-over Redis let
 * no response be older than {@code staleAtMost}.
 *
 * <p>There is one exception: an instance that changed something and does not reach Redis cannot
 * notify the others. It does so as soon as Redis responds again. Until then, and if it ends before,
 * instances that do reach Redis may serve what they cached up to its ttl.
 *
 * <p>A change costs one round trip for which nobody waits, and a message to each instance. The user
 * of an ACL needs the channel and the key {@code PREFIX:{changes}}.
 */
public final class RedisInvalidation implements SharedInvalidation, AutoCloseable {
  private static final int MOST_UNSENT = 1_000; // a decision of this project; then all is dropped
  private static final int CHECKS = 4; // in the time after which nothing is served

  private final ChangeFeed feed;
  private final UnsentWrites unsent;
  private final String id;
  private final LongSupplier clock;
  private final long trusted;
  private final AtomicLong joined = new AtomicLong();

  /**
   * Starts to listen.
   *
   * @param id of this instance, unlike each other's
   * @param staleAtMost for how long an instance may go on that cannot compare
   * @param later runs the next check, and what is sent again
   */
  RedisInvalidation(
      FinFusionRedis redis, String id, Duration staleAtMost, LongSupplier clock, Executor later) {
    this.id = id;
    this.clock = clock;
    this.trusted = staleAtMost.minus(redis.commands().timeout()).toNanos();
    this.feed = new ChangeFeed(redis, clock, later);
    this.unsent = new UnsentWrites(MOST_UNSENT, this::keepOne, feed::send, later);
    redis.onClose(this::close);
    feed.check();
  }

  private void keepOne(Set<String> changes) {
    changes.clear();
    changes.add(new Change(id, Change.Kind.ALL, "").toString());
  }

  /** Returns a new builder. */
  public static Builder builder(FinFusionRedis redis) {
    return new Builder(redis);
  }

  @Override
  public Member join(Listener listener) {
    ChangeMember member = new ChangeMember(this, id + "." + joined.incrementAndGet(), listener);
    feed.join(member);
    return member;
  }

  void leave(ChangeMember member) {
    feed.leave(member);
  }

  void publish(Change change) {
    String text = change.toString();
    var unused =
        feed.send(text)
            .whenComplete(
                (number, failure) -> {
                  if (failure != null) {
                    unsent.add(text);
                  }
                });
  }

  /**
   * Returns whether caches are used: whether this instance knows all changes that others published
   * up to the time that may be stale.
   */
  public boolean isCurrent() {
    return feed.knowsAllSince(clock.getAsLong() - trusted);
  }

  /** Ends it: caches that use it serve nothing any more. */
  @Override
  public void close() {
    unsent.close();
    feed.close();
  }

  @Override
  public String toString() {
    return "RedisInvalidation{current=" + isCurrent() + "}";
  }

  /** Collects options; {@link #build()} checks them. Not thread-safe. */
  public static final class Builder {
    private static final Duration LONGEST = Duration.ofHours(1);

    private final FinFusionRedis redis;
    private Duration staleAtMost = Duration.ofSeconds(10);

    private Builder(FinFusionRedis redis) {
      InvalidArgumentException.unlessPresent("redis", redis);
      this.redis = redis;
    }

    /**
     * For how long a response may be served after a write to what it shows ended in another
     * instance, when messages are lost; at least 8 command timeouts, which are 2 s by default, at
     * most 1 h. Each instance asks Redis four times in it. Default 10 s, a decision of this SDK.
     */
    public Builder staleAtMost(Duration time) {
      this.staleAtMost = time;
      return this;
    }

    /**
     * Returns the invalidation, which begins to listen in the background. Caches are used once it
     * reached Redis.
     *
     * @throws InvalidArgumentException naming the option that is out of bounds
     */
    public RedisInvalidation build() {
      InvalidArgumentException.unlessPresent("staleAtMost", staleAtMost);
      Duration shortest = redis.commands().timeout().multipliedBy(2L * CHECKS);
      if (staleAtMost.compareTo(shortest) < 0 || staleAtMost.compareTo(LONGEST) > 0) {
        throw new InvalidArgumentException(
            "staleAtMost", "expected " + shortest + " to " + LONGEST + ", got " + staleAtMost);
      }
      return new RedisInvalidation(
          redis,
          UUID.randomUUID().toString(),
          staleAtMost,
          System::nanoTime,
          CompletableFuture.delayedExecutor(staleAtMost.toNanos() / CHECKS, TimeUnit.NANOSECONDS));
    }
  }
}
