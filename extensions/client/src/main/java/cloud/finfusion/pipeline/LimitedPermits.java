package cloud.finfusion.pipeline;

import cloud.finfusion.ratelimit.RateLimiter;
import java.time.Duration;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Permits of a plan: a wait is taken once, and looked at again after it, for the server may ask for
 * a pause.
 */
final class LimitedPermits implements Permits {
  /** No wish of a server stops all who share a plan for longer; a decision of ours. */
  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

  private static final String REMAINING = "X-RateLimit-Remaining";

  private final RateLimiter limiter;
  private final Time time;

  LimitedPermits(RateLimiter limiter, Time time) {
    this.limiter = limiter;
    this.time = time;
  }

  @Override
  public Permit ofCall() {
    return new Reserved();
  }

  @Override
  public void learn(Response answer, @Nullable Duration retryAfter) {
    if (answer.code() == 429 && retryAfter != null) {
      limiter.pause(retryAfter.compareTo(LONGEST_PAUSE) < 0 ? retryAfter : LONGEST_PAUSE);
    }
    String remaining = answer.header(REMAINING);
    if (remaining != null && remaining.matches("[0-9]{1,9}")) {
      limiter.serverSays(Long.parseLong(remaining));
    }
  }

  private final class Reserved implements Permit {
    private boolean held;
    private long readyAt;

    @Override
    public synchronized long next(long longest) {
      long wait = held ? left() : reserve(longest);
      if (wait > longest) {
        giveBack();
        return REFUSED;
      }
      if (held && wait == 0) {
        held = false;
        limiter.waited();
      }
      return wait;
    }

    private long reserve(long longest) {
      long wait = limiter.reserve(longest);
      if (wait > 0) {
        held = true;
        readyAt = time.nanos() + wait;
      }
      return wait;
    }

    private long left() {
      return Math.max(0, Math.max(readyAt - time.nanos(), limiter.pausedFor()));
    }

    @Override
    public Duration retryAfter() {
      return limiter.retryAfter();
    }

    @Override
    public synchronized void giveBack() {
      if (held) {
        held = false;
        limiter.waited();
        limiter.giveBack();
      }
    }
  }
}
