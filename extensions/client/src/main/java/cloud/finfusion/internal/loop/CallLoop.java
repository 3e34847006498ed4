package cloud.finfusion.internal.loop;

import cloud.finfusion.error.Outcome;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One call as a state machine: {@link #next} returns the next step, the other methods are events.
 * Pure: it uses no thread, clock, lock or library. Not thread-safe; {@code CallRun} guards it. Each
 * state is one row of the table in docs/architecture.md.
 */
public final class CallLoop {
  /** What the call waits for or is about to do. */
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

  /** Returns what to do now. */
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
      return enter(State.RESERVING, Step.reserve(held, Math.max(0, left - rules.reserve()), now));
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

  /** No equal read is in flight, so this call makes the exchange, perhaps for others too. */
  public void readsAlone() {
    if (state == State.JOINING) {
      toJoin = false;
      state = State.READY;
    }
  }

  /** An equal read of another call ended. Returns false if that comes too late. */
  public boolean joined(CallEnd ofOther) {
    boolean inTime = state == State.JOINING && stop == null;
    if (inTime) {
      end(ofOther);
    }
    return inTime;
  }

  /** The call that made the equal read was given up, so this call looks again. */
  public void ownerGaveUp() {
    if (state == State.JOINING) {
      state = State.READY;
    }
  }

  /**
   * The requested permit was granted, and may be used after so many nanoseconds. Returns false if
   * the call does not need it any more; the caller then releases it.
   */
  public boolean permitGranted(long readyIn, long now) {
    if (state != State.RESERVING || stop != null || rules.deadlineAt() - now <= 0) {
      return false;
    }
    held++;
    waits(readyIn, now);
    return true;
  }

  /** Waits until the held permits may be used, unless that would leave no time for the attempt. */
  private void waits(long readyIn, long now) {
    state = State.READY;
    long canWait = rules.deadlineAt() - rules.reserve() - now;
    if (readyIn > 0 && readyIn > canWait) { // adding the times would overflow
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

  /** All held permits are in use. */
  public void confirmed() {
    if (state == State.CONFIRMING) {
      confirmed = true;
      state = State.READY;
    }
  }

  /**
   * A held permit may only be used later, as a pause began meanwhile. The caller releases the
   * permits of later sources, so that no scarce permit is held during the wait.
   */
  public void permitDelayed(int source, long readyIn, long now) {
    if (state == State.CONFIRMING) {
      held = source + 1;
      waits(readyIn, now);
    }
  }

  /** The attempt ended. */
  public void attemptEnded(AttemptResult result, long now) {
    if (state != State.SENDING) {
      throw new IllegalStateException("an attempt ended in " + state);
    }
    held = 0; // the sources are informed of the end elsewhere
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

  /** The credential was asked for another token; {@code replaced} says whether it has one. */
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
   * Ends the call early; the first reason counts. Returns whether an attempt is on the wire and has
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
    return why.isOwn() ? -1 : held - 1; // the permit granted last may be used too late
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
   * Returns how the call ended or, while it goes on, how it would end if nothing more became known.
   *
   * @param sent whether a byte of the attempt under way may have left
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

  /** Returns why the call was ended early; null if it was not. */
  public @Nullable StopReason stopReason() {
    return stop;
  }

  /** Returns the nanoseconds until the next attempt; negative if none is due. */
  public long retryDelay(long now) {
    return state == State.READY ? Math.max(0, notBefore - now) : RetryPlan.NEVER;
  }

  /** Returns the source whose permit did not come in time; negative if the call ended otherwise. */
  public int missingPermit() {
    return missing;
  }

  /** Returns how many permits the call holds. */
  int held() {
    return held;
  }

  public int attempts() {
    return attempts;
  }

  /** Returns how the call ended; null while it goes on. */
  public @Nullable CallEnd end() {
    return end;
  }
}
