package cloud.finfusion.internal.loop;

import cloud.finfusion.error.Outcome;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One call as a state machine: {@link #next} says what comes next, the other methods are what
 * happened. Pure: no thread, no clock, no lock and no library in it. Not thread-safe; who drives it
 * guards it. Each method is one row of the table in docs/architecture.md.
 */
public final class CallLoop {
  /** What the call waits for, or is about to do. */
  enum State {
    READY,
    JOINING,
    RESERVING,
    CONFIRMING,
    SENDING,
    TOKEN_REFUSED,
    REFRESHING,
    ENDED
  }

  private final CallRules rules;
  private State state = State.READY;
  private @Nullable StopReason stop;
  private boolean toJoin;
  private long notBefore;
  private int held;
  private int missing = -1;
  private boolean confirmed;
  private int attempts;
  private int retries;
  private boolean mayBeDone;
  private boolean tokenReplaced;
  private boolean reconnected;
  private Duration retryAfter = Duration.ZERO;
  private @Nullable AttemptResult last;
  private @Nullable CallEnd end;

  public CallLoop(CallRules rules) {
    this.rules = rules;
    this.toJoin = rules.joins();
    this.notBefore = rules.startedAt();
  }

  /** What to do now. */
  public Step next(long now) {
    if (state == State.ENDED) {
      return Step.END;
    }
    long left = rules.deadlineAt() - now;
    if (left <= 0) {
      note(StopReason.DEADLINE);
    }
    if (state == State.SENDING) {
      return Step.await(Math.max(left, 1));
    }
    if (stop != null) {
      return endStopped();
    }
    return switch (state) {
      case READY -> ready(now, left);
      case TOKEN_REFUSED -> enter(State.REFRESHING, Step.REFRESH);
      default -> Step.await(left);
    };
  }

  private Step ready(long now, long left) {
    if (notBefore - now > 0) {
      return Step.pause(notBefore - now, notBefore);
    }
    if (toJoin && held >= rules.joinsAfter()) {
      return enter(State.JOINING, Step.JOIN);
    }
    if (held < rules.sources()) {
      return enter(State.RESERVING, Step.reserve(held, Math.max(0, left - rules.reserve())));
    }
    if (!confirmed && held > 0) {
      return enter(State.CONFIRMING, Step.CONFIRM);
    }
    attempts++;
    return enter(State.SENDING, Step.SEND);
  }

  private Step enter(State entered, Step step) {
    state = entered;
    return step;
  }

  /** Nobody reads the same: this call does, for those who come. Or there is nothing to share. */
  public void readsAlone() {
    if (state == State.JOINING) {
      toJoin = false;
      state = State.READY;
    }
  }

  /** Another call read the same, and this came of it. Returns false if it comes too late. */
  public boolean joined(CallEnd ofOther) {
    boolean inTime = state == State.JOINING && stop == null;
    if (inTime) {
      end(ofOther);
    }
    return inTime;
  }

  /** The call that read the same was given up: look again. */
  public void ownerGaveUp() {
    if (state == State.JOINING) {
      state = State.READY;
    }
  }

  /**
   * The permit asked for came, and may be used after so many nanoseconds. Returns false if it is
   * not wanted any more, and has to be released.
   */
  public boolean permitGranted(long readyIn, long now) {
    if (state != State.RESERVING || stop != null || rules.deadlineAt() - now <= 0) {
      return false;
    }
    held++;
    waits(readyIn, now);
    return true;
  }

  /** Waits for what is held, unless that would leave no time for the attempt. */
  private void waits(long readyIn, long now) {
    state = State.READY;
    long canWait = rules.deadlineAt() - rules.reserve() - now;
    if (readyIn > 0 && readyIn > canWait) { // moments would overflow
      note(StopReason.NO_PERMIT);
      retryAfter = Duration.ofNanos(readyIn);
    } else if (readyIn > notBefore - now) {
      notBefore = now + readyIn;
    }
  }

  /** The source has no permit in time. */
  public void permitRefused(StopReason reason, Duration nextPermit) {
    if (state == State.RESERVING && stop == null) {
      stop = reason;
      retryAfter = nextPermit;
    }
  }

  /** All permits that are held are in use. */
  public void confirmed() {
    if (state == State.CONFIRMING) {
      confirmed = true;
      state = State.READY;
    }
  }

  /**
   * A permit that is held may only be used later, as a pause began meanwhile. Those of the sources
   * after it have to be released: nothing scarce is held during the wait.
   */
  public void permitDelayed(int source, long readyIn, long now) {
    if (state == State.CONFIRMING) {
      held = source + 1;
      waits(readyIn, now);
    }
  }

  /** What came of the attempt. */
  public void attemptEnded(AttemptResult result, long now) {
    if (state != State.SENDING) {
      throw new IllegalStateException("an attempt ended in " + state);
    }
    held = 0; // the sources learn by themselves how it ended
    confirmed = false;
    mayBeDone |= result.mayBeDone();
    last = result.response() == null ? last : result;
    if (rules.deadlineAt() - now <= 0 && result.response() == null) {
      note(StopReason.DEADLINE);
    }
    if (stop == null && refusesToken(result)) {
      tokenReplaced = true;
      state = State.TOKEN_REFUSED;
    } else if (stop == null && result.stale() && !reconnected) {
      reconnected = true;
      again(now);
    } else {
      retryOrEnd(result, now);
    }
  }

  private boolean refusesToken(AttemptResult result) {
    return result.status() == 401 && rules.refreshable() && !tokenReplaced;
  }

  private void retryOrEnd(AttemptResult result, long now) {
    long delay = rules.retries().delay(result, retries, rules.deadlineAt() - now);
    boolean wouldRetry = delay != RetryPlan.NEVER;
    if (stop != null) {
      // a response that would not be repeated still counts
      end(ended(result.response() == null || wouldRetry ? stop : null, result));
    } else if (wouldRetry && rules.retries().pay()) {
      retries++;
      again(now + delay);
    } else {
      end(ended(null, result));
    }
  }

  private void again(long at) {
    notBefore = at;
    state = State.READY;
  }

  /** Whether the credential has another token now. */
  public void refreshed(boolean replaced, long now) {
    if (state != State.REFRESHING) {
      return;
    }
    if (replaced) {
      again(now);
    } else {
      end(ended(null, Objects.requireNonNull(last)));
    }
  }

  /**
   * Ends the call early; the first reason counts. Returns whether an attempt is on its way and has
   * to be cancelled.
   */
  public boolean stop(StopReason reason) {
    if (state == State.ENDED) {
      return false;
    }
    note(reason);
    return state == State.SENDING && reason.isHard();
  }

  private void note(StopReason reason) {
    if (stop == null) {
      stop = reason;
    }
  }

  private Step endStopped() {
    boolean refused = state == State.TOKEN_REFUSED || state == State.REFRESHING;
    missing = missing(Objects.requireNonNull(stop));
    end(ended(stop, refused ? last : null));
    return Step.END;
  }

  private int missing(StopReason why) {
    if (state == State.RESERVING) {
      return why == StopReason.DEADLINE || !why.isOwn() ? held : -1;
    }
    return why.isOwn() ? -1 : held - 1; // the last that came may be used too late
  }

  private void end(CallEnd with) {
    state = State.ENDED;
    end = with;
  }

  private CallEnd ended(@Nullable StopReason why, @Nullable AttemptResult result) {
    Outcome outcome = OutcomeRules.of(why == null ? result : null, mayBeDone, last != null);
    return new CallEnd(why, result, last, outcome, attempts, retryAfter);
  }

  /**
   * How it ended; or, while it goes on, how it would if nothing more became known.
   *
   * @param sent whether a byte of an attempt that goes on may have left
   */
  public CallEnd endSoFar(boolean sent) {
    if (end != null) {
      return end;
    }
    boolean open = mayBeDone || (state == State.SENDING && sent);
    Outcome outcome = OutcomeRules.of(null, open, last != null);
    StopReason why = stop == null ? StopReason.DEADLINE : stop;
    return new CallEnd(why, null, last, outcome, attempts, retryAfter);
  }

  /** Why it was ended early; null if it was not. */
  @Nullable
  public StopReason stopReason() {
    return stop;
  }

  /** The nanoseconds until the next attempt; negative if there is none yet, or no more. */
  public long retryDelay(long now) {
    return state == State.READY ? Math.max(0, notBefore - now) : RetryPlan.NEVER;
  }

  /** The source whose permit did not come in time; negative if that is not how the call ended. */
  public int missingPermit() {
    return missing;
  }

  /** How many permits the call holds. */
  int held() {
    return held;
  }

  public int attempts() {
    return attempts;
  }

  /** How it ended; null while it goes on. */
  @Nullable
  public CallEnd end() {
    return end;
  }
}
