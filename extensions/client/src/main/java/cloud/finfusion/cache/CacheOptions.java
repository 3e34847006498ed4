package cloud.finfusion.cache;

import cloud.finfusion.internal.check.Checks;
import cloud.finfusion.internal.pattern.KeyPattern;
import cloud.finfusion.runtime.InvalidArgumentException;
import cloud.finfusion.spi.SharedInvalidation;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * For how long responses are cached, how many, and what drops them. The defaults are those that the
 * vendor documents: one hour, 1000 responses. Only the responses of operations that the
 * specification marks ({@code x-finfusion-ttl}) are cached: reads of customers and webhook
 * endpoints. Immutable.
 */
public final class CacheOptions {
  private final Duration ttl;
  private final int maxSize;
  private final List<String> invalidateOn;
  private final Consumer<String> onInvalidate;
  private final @Nullable SharedInvalidation sharedInvalidation;

  private CacheOptions(Builder builder) {
    ttl = builder.ttl;
    maxSize = builder.maxSize;
    invalidateOn = List.copyOf(builder.invalidateOn);
    onInvalidate = builder.onInvalidate;
    sharedInvalidation = builder.sharedInvalidation;
  }

  /** Returns a new builder with the defaults. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns for how long a response is cached at most; an operation may allow less. */
  public Duration ttl() {
    return ttl;
  }

  /** Returns how many responses are cached at most. */
  public int maxSize() {
    return maxSize;
  }

  /** Returns the patterns of the keys that a write drops. */
  public List<String> invalidateOn() {
    return invalidateOn;
  }

  /** Returns the listener that is given the key of each dropped response. */
  public Consumer<String> onInvalidate() {
    return onInvalidate;
  }

  /** Returns what notifies the caches of other instances; null for a cache that is alone. */
  public @Nullable SharedInvalidation sharedInvalidation() {
    return sharedInvalidation;
  }

  @Override
  public String toString() {
    return "CacheOptions{ttl="
        + ttl
        + ", maxSize="
        + maxSize
        + ", invalidateOn="
        + invalidateOn
        + "}";
  }

  /** Collects options; {@link #build()} checks them. Not thread-safe. */
  public static final class Builder {
    private static final Duration THIRTY_DAYS = Duration.ofDays(30);
    private static final int MOST = 10_000_000;

    private Duration ttl = Duration.ofHours(1);
    private int maxSize = 1000;
    private List<String> invalidateOn = List.of();
    private Consumer<String> onInvalidate = key -> {};
    private @Nullable SharedInvalidation sharedInvalidation;

    private Builder() {}

    /**
     * For how long a response is cached; more than zero, at most 30 days. An operation may allow
     * less. Default 1 h (documented by the vendor).
     */
    public Builder ttl(Duration time) {
      this.ttl = time;
      return this;
    }

    /**
     * How many responses are cached, each page of a list being one; 1 to 10,000,000. Those that are
     * read least go first. Default 1000 (documented by the vendor).
     */
    public Builder maxSize(int responses) {
      this.maxSize = responses;
      return this;
    }

    /**
     * Patterns of the keys that a write of this client or a verified webhook drops. A write to
     * customers that was done or has an unknown outcome, or an event about customers, drops the
     * cached responses of that family whose key matches; {@code customer.*} matches all of them.
     * {@code *} stands for any run of characters, all else for itself. Default none: responses only
     * expire.
     */
    public Builder invalidateOn(String... patterns) {
      InvalidArgumentException.unlessPresent("invalidateOn", patterns);
      this.invalidateOn = Arrays.stream(patterns).toList();
      return this;
    }

    /**
     * Adds a listener that is given the key of each response that a write, an event or {@code
     * invalidate} dropped, of this instance or another that shares invalidation; expired ones are
     * not reported. The listener runs on the thread that dropped the response and must not block;
     * exceptions it throws are logged and ignored.
     */
    public Builder onInvalidate(Consumer<String> listener) {
      this.onInvalidate = listener;
      return this;
    }

    /**
     * Notifies the caches of other instances of what this one drops by a write, an event or {@code
     * invalidate}, and the reverse, as {@code RedisInvalidation} of the artifact {@code
     * finfusion-redis} does. All instances need the same {@link #invalidateOn}. While it cannot
     * tell what the others changed, reads go to the server. Default none: the cache is alone.
     */
    public Builder sharedInvalidation(SharedInvalidation shared) {
      InvalidArgumentException.unlessPresent("sharedInvalidation", shared);
      this.sharedInvalidation = shared;
      return this;
    }

    /**
     * Returns the options.
     *
     * @throws InvalidArgumentException naming the option that is out of bounds
     */
    public CacheOptions build() {
      InvalidArgumentException.unlessPresent("ttl", ttl);
      InvalidArgumentException.unlessPresent("onInvalidate", onInvalidate);
      if (ttl.isNegative() || ttl.isZero() || ttl.compareTo(THIRTY_DAYS) > 0) {
        throw new InvalidArgumentException(
            "ttl", "expected more than zero and at most 30 days, got " + ttl);
      }
      Checks.within("maxSize", maxSize, 1, MOST);
      invalidateOn.forEach(pattern -> KeyPattern.of("invalidateOn", pattern));
      return new CacheOptions(this);
    }
  }
}
