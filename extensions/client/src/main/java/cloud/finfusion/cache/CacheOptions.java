package cloud.finfusion.cache;

import cloud.finfusion.internal.pattern.KeyPattern;
import cloud.finfusion.runtime.InvalidArgumentException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * For how long answers are kept, how many, and what drops them. The defaults are those that the
 * vendor documents: one hour, 1000 answers. Only operations that the specification marks are kept
 * ({@code x-finfusion-ttl}): reads of customers and webhook endpoints. Immutable.
 */
public final class CacheOptions {
  private final Duration ttl;
  private final int maxSize;
  private final List<String> invalidateOn;
  private final Consumer<String> onInvalidate;

  private CacheOptions(Builder builder) {
    ttl = builder.ttl;
    maxSize = builder.maxSize;
    invalidateOn = List.copyOf(builder.invalidateOn);
    onInvalidate = builder.onInvalidate;
  }

  /** Returns a new builder with the defaults. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns for how long an answer is kept at most; an operation may allow less. */
  public Duration ttl() {
    return ttl;
  }

  /** Returns how many answers are kept at most. */
  public int maxSize() {
    return maxSize;
  }

  /** Returns the patterns of the keys that a write drops. */
  public List<String> invalidateOn() {
    return invalidateOn;
  }

  /** Returns who is given the key of each response that was dropped. */
  public Consumer<String> onInvalidate() {
    return onInvalidate;
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

    private Builder() {}

    /**
     * For how long an answer is kept; more than zero, at most 30 days. An operation may allow less.
     * Default 1 h (documented by the vendor).
     */
    public Builder ttl(Duration time) {
      this.ttl = time;
      return this;
    }

    /**
     * How many answers are kept, a page of a list is one; 1 to 10,000,000. Those that are asked for
     * least go first. Default 1000 (documented by the vendor).
     */
    public Builder maxSize(int responses) {
      this.maxSize = responses;
      return this;
    }

    /**
     * What this client's own writes, and the webhooks it verifies, drop: after a write to
     * customers, done or of unknown outcome, or an event about them, the kept answers of that
     * family whose key matches, for all {@code customer.*}. {@code *} stands for any run of
     * characters, all else for itself. Default none: time alone drops.
     */
    public Builder invalidateOn(String... patterns) {
      InvalidArgumentException.unlessPresent("invalidateOn", patterns);
      this.invalidateOn = Arrays.stream(patterns).toList();
      return this;
    }

    /**
     * Told the key of each answer that a write, an event or {@code invalidate} dropped, not of
     * those whose time is over; on the thread that dropped it, so it must not block. What it throws
     * is logged.
     */
    public Builder onInvalidate(Consumer<String> listener) {
      this.onInvalidate = listener;
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
      if (maxSize < 1 || maxSize > MOST) {
        throw new InvalidArgumentException("maxSize", "expected 1 to " + MOST + ", got " + maxSize);
      }
      invalidateOn.forEach(pattern -> KeyPattern.of("invalidateOn", pattern));
      return new CacheOptions(this);
    }
  }
}
