package cloud.finfusion.internal.retry;

import cloud.finfusion.retry.RetryOptions;
import java.time.Duration;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides after each attempt whether there is another, and after which wait. Pure: it never waits,
 * reads no clock and sends nothing. Thread-safe.
 *
 * <p>A write is sent again only if nothing was sent, if the server refused it before doing it (429,
 * or 503 with Retry-After), or if it carries an idempotency key.
 */
public final class RetryDecision {
  private final RetryOptions options;
  private final DoubleSupplier random;

  /** Decides by these options; the supplier returns numbers from 0 to below 1 for the jitter. */
  public RetryDecision(RetryOptions options, DoubleSupplier random) {
    this.options = options;
    this.random = random;
  }

  /** How an attempt ended. */
  public enum End {
    /** A response came. */
    RESPONDED,
    /** The connection failed before anything was sent. */
    NOT_SENT,
    /** The connection is not secure; another attempt would not be either. */
    NOT_SECURE,
    /** The connection broke or the time ran out after something was sent. */
    BROKEN
  }

  /**
   * An attempt that ended.
   *
   * @param number counts from 1
   * @param end how the attempt ended
   * @param status the response's status; 0 if none came
   * @param repeatable whether sending it twice does no harm: a read, or a write with a key
   * @param keyed whether the request carried an idempotency key
   * @param retryAfter how long the server asks to wait; null if it does not
   * @param remaining the time until the deadline
   */
  public record Attempt(
      int number,
      End end,
      int status,
      boolean repeatable,
      boolean keyed,
      @Nullable Duration retryAfter,
      Duration remaining) {}

  /** Returns how long to wait before the next attempt; null if there is none. */
  public @Nullable Duration after(Attempt attempt) {
    if (attempt.number() > options.maxRetries() || !mayRepeat(attempt)) {
      return null;
    }
    Duration wait = backoff(attempt.number());
    if (attempt.retryAfter() != null && attempt.retryAfter().compareTo(wait) > 0) {
      wait = attempt.retryAfter();
    }
    return wait.compareTo(attempt.remaining()) < 0 ? wait : null;
  }

  private boolean mayRepeat(Attempt attempt) {
    return switch (attempt.end()) {
      case NOT_SENT -> true;
      case NOT_SECURE -> false;
      case BROKEN -> attempt.repeatable();
      case RESPONDED -> mayRepeatResponded(attempt);
    };
  }

  private boolean mayRepeatResponded(Attempt attempt) {
    if (attempt.status() == 409) {
      return attempt.keyed(); // the first request with this key is still running
    }
    boolean refused =
        attempt.status() == 429 || (attempt.status() == 503 && attempt.retryAfter() != null);
    return options.retryableStatuses().contains(attempt.status())
        && (attempt.repeatable() || refused);
  }

  /** Returns a wait in [delay/2, delay], where delay grows by the factor up to the maximum. */
  public Duration backoff(int attempt) {
    double initial = (double) options.initialDelay().toNanos();
    double longest = (double) options.maxDelay().toNanos();
    double delay = Math.min(initial * Math.pow(options.backoffFactor(), attempt - 1.0), longest);
    return Duration.ofNanos((long) (delay / 2 + delay / 2 * random.getAsDouble()));
  }
}
