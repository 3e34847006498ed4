package cloud.finfusion.pipeline;

import cloud.finfusion.ratelimit.RateLimiter;
import cloud.finfusion.runtime.Operation;
import java.time.Duration;
import okhttp3.Response;

/**
 * Permits of a plan: a wait is taken once, and looked at again after it, for the server may ask for
 * a pause.
 */
final class PlanPermits implements Permits {
  /** No wish of a server stops all who share a plan for longer; a decision of ours. */
  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

  private static final String REMAINING = "X-RateLimit-Remaining";

  private final RateLimiter limiter;
  private final Time time;

  PlanPermits(RateLimiter limiter, Time time) {
    this.limiter = limiter;
    this.time = time;
  }

  @Override
  public Permit ofAttempt(Operation operation, Runnable wake) {
    return new Reserved();
  }

  /** Learns from an answer what the server thinks of the limit. */
  private void learn(Response answer) {
    Duration wish = WaitAsked.by(answer, time.now());
    if (answer.code() == 429 && wish != null) {
      limiter.pause(wish.compareTo(LONGEST_PAUSE) < 0 ? wish : LONGEST_PAUSE);
    }
    String remaining = answer.header(REMAINING);
    if (remaining != null && remaining.matches("[0-9]{1,9}")) {
      limiter.serverSays(Long.parseLong(remaining));
    }
  }

  private final class Reserved implements Permit {
    private boolean taken;
    private boolean waiting;
    private long readyAt;

    @Override
    public synchronized long next(long longest) {
      long wait = taken ? left() : reserve(longest);
      if (wait > longest) {
        giveBack();
        return REFUSED;
      }
      if (wait == 0) {
        waited();
      }
      return wait;
    }

    private long reserve(long longest) {
      long wait = limiter.reserve(longest);
      taken = wait != RateLimiter.REFUSED;
      waiting = wait > 0;
      readyAt = time.nanos() + wait;
      return wait;
    }

    private long left() {
      return Math.max(0, Math.max(readyAt - time.nanos(), limiter.pausedFor()));
    }

    private void waited() {
      if (waiting) {
        waiting = false;
        limiter.waited();
      }
    }

    @Override
    public Stop refusal() {
      return Stop.NO_PERMIT;
    }

    @Override
    public Duration retryAfter() {
      return limiter.retryAfter();
    }

    @Override
    public synchronized void giveBack() {
      waited();
      if (taken) {
        taken = false;
        limiter.giveBack();
      }
    }

    @Override
    public void ended(Answer answer) {
      if (answer.response() != null) {
        learn(answer.response());
      }
    }
  }
}
