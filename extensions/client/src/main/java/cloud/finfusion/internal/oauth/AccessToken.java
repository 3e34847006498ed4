package cloud.finfusion.internal.oauth;

import cloud.finfusion.model.Token;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A token with the times at which it expires and should be replaced, in nanoseconds of a clock.
 * Pure.
 */
final class AccessToken {
  private final transient String value; // transient: no secret where fields are printed
  private final boolean ends;
  private final long endsAt;
  private final long dueAt;

  private AccessToken(String value, boolean ends, long endsAt, long dueAt) {
    this.value = value;
    this.ends = ends;
    this.endsAt = endsAt;
    this.dueAt = dueAt;
  }

  /** Makes a token whose end is not known; the server's 401 shows it. */
  static AccessToken endless(String value) {
    return new AccessToken(value, false, 0, 0);
  }

  static AccessToken of(Token token, long askedAt, Duration refreshBefore) {
    Duration life = life(token);
    if (life == null) {
      return endless(token.accessToken());
    }
    long before = Math.min(refreshBefore.toNanos(), life.toNanos() / 2);
    long end = askedAt + life.toNanos();
    return new AccessToken(token.accessToken(), true, end, end - before);
  }

  /**
   * Returns how long a token is valid, at most a day, which is soon enough to renew it; null if
   * that is not known.
   */
  static @Nullable Duration life(Token token) {
    Long seconds = token.expiresIn();
    return seconds == null
        ? null
        : Duration.ofSeconds(Math.max(0, Math.min(seconds, Duration.ofDays(1).toSeconds())));
  }

  String value() {
    return value;
  }

  boolean over(long now) {
    return ends && now - endsAt >= 0;
  }

  boolean due(long now) {
    return ends && now - dueAt >= 0;
  }

  AccessToken endedAt(long now) {
    return new AccessToken(value, true, now, now);
  }
}
