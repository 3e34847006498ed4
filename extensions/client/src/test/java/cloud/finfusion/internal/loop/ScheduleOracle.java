package cloud.finfusion.internal.loop;

import static cloud.finfusion.internal.loop.RandomCall.Source.RATE;
import static cloud.finfusion.internal.loop.RandomCall.Source.TOKEN;

/** Follows a call and knows, in words of its own, which step it may take when. */
final class ScheduleOracle implements RetryPlan {
  private static final int MOST_STEPS = 1000;

  private final RandomCall call;
  private final ExpectedEnd end;
  private int steps;
  private int holds;
  private int sent;
  private int retries;
  private boolean refreshed;
  private boolean reconnected;
  private boolean onTheWire;
  private boolean confirmed;
  private boolean mayReserve = true;
  private boolean looks; // for an equal read
  private long notBefore;
  private long attemptEndedAt;
  private long planned;

  ScheduleOracle(RandomCall call, ExpectedEnd end) {
    this.call = call;
    this.end = end;
    this.notBefore = call.startedAt;
    this.looks = call.joins;
  }

  static void check(boolean holds, String promise) {
    if (!holds) {
      throw new AssertionError("broken: " + promise);
    }
  }

  /** The loop says what to do now. */
  void next(Step step, int loopHolds, long now) {
    long left = call.deadlineAt - now;
    check(++steps < MOST_STEPS, "it ends after a bounded number of steps");
    check(loopHolds == holds, "it knows what it holds");
    if (left <= 0) {
      end.stopped(StopReason.DEADLINE);
    }
    if (onTheWire) {
      check(step.kind() == Step.Kind.AWAIT, "what is on the wire is waited for");
    } else {
      check(end.isDue() == (step.kind() == Step.Kind.END), "it ends when it has to, and then only");
    }
    switch (step.kind()) {
      case PAUSE -> pauses(step.nanos(), left, now);
      case AWAIT -> awaits(step.nanos(), left);
      case JOIN -> check(looks && holds == call.joinsAfter(), "it joins with a token at most");
      case RESERVE -> reserves(step, left, now);
      case CONFIRM -> confirms();
      case REFRESH -> refreshes();
      case SEND -> sends(left, now);
      case END -> {}
      case NOTIFY -> throw new AssertionError("not of the loop");
    }
  }

  private void pauses(long nanos, long left, long now) {
    check(nanos > 0 && nanos <= left, "no pause is longer than the deadline allows");
    check(now + nanos == notBefore, "a pause lasts as long as it has to");
    check(holds <= call.sources.indexOf(RATE) + 1, "nothing scarce is held in a pause");
  }

  private void awaits(long nanos, long left) {
    check(nanos == (onTheWire ? Math.max(1, left) : left), "it awaits the deadline at most");
  }

  private void reserves(Step step, long left, long now) {
    check(step.source() == holds, "one source is asked after the other");
    check(step.nanos() == Math.max(0, left - call.reserve), "a wait leaves time for the attempt");
    check(call.sources.get(holds) != TOKEN || holds == 0, "no token is awaited with a permit");
    check(mayReserve && now - notBefore >= 0, "no permit is asked for before it can be used");
    check(!looks || holds < call.joinsAfter(), "an equal read is looked for until there is none");
  }

  private void confirms() {
    check(holds == call.sources.size() && holds > 0, "it holds all it confirms");
    check(!confirmed, "permits are confirmed once");
  }

  private void refreshes() {
    check(!refreshed && call.refreshable, "the credential is replaced at most once");
    check(holds == 0, "no permit is held while a token is replaced");
    check(end.lastStatus() == 401, "only a 401 replaces the credential");
    refreshed = true;
  }

  private void sends(long left, long now) {
    check(left > 0, "nothing is sent at the deadline");
    check(mayReserve && !looks, "nothing is sent again without a reason");
    check(now - notBefore >= 0, "nothing is sent before its permits and its pause allow");
    check(holds == call.sources.size(), "nothing is sent without all permits");
    check(holds == 0 || confirmed, "permits are confirmed right before they are used");
    sent++;
    int again = call.maxRetries + (refreshed ? 1 : 0) + (reconnected ? 1 : 0);
    check(sent <= 1 + again, "it retries no more often than it may");
    onTheWire = true;
    mayReserve = false;
    confirmed = false;
  }

  /** Somebody stops it; the loop says whether to cancel the attempt. */
  void stopped(StopReason reason, boolean cancels) {
    boolean hard = reason != StopReason.CLOSED;
    check(cancels == (onTheWire && hard), "a hard stop cancels what is on the wire, a soft none");
    end.stopped(reason);
  }

  /** A permit was granted; the loop took it, or did not want it. */
  void granted(boolean taken, long readyIn, long now) {
    boolean late = call.deadlineAt - now <= 0;
    check(taken == !(late || end.isDue()), "a permit is taken unless the call is to end");
    if (taken) {
      holds++;
      waits(readyIn, now);
    }
  }

  /** The permits of this source, and so of those before it, may be used later. */
  void delayed(int source, long readyIn, long now) {
    if (!end.isOver()) {
      holds = source + 1;
      waits(readyIn, now);
    }
  }

  private void waits(long readyIn, long now) {
    long mostWait = call.deadlineAt - now - call.reserve;
    if (readyIn > 0 && readyIn > mostWait) {
      end.stopped(StopReason.NO_PERMIT);
    } else {
      notBefore = now + Math.max(readyIn, notBefore - now);
    }
  }

  /** There is no equal read. */
  void readsAlone() {
    looks = false;
  }

  void confirmed() {
    confirmed = true;
  }

  void refreshed(boolean replaced, long now) {
    if (replaced) {
      goesOn(now);
    } else {
      end.byResponse();
    }
  }

  /** The attempt is over; the loop learns of it next. */
  void attemptEnds(AttemptResult result, long now) {
    onTheWire = false;
    holds = 0;
    attemptEndedAt = now;
    end.attemptEnds(result, call.deadlineAt - now <= 0);
    boolean unasked = !end.isDue();
    if (unasked && result.status() == 401 && call.refreshable && !refreshed) {
      return; // a step of its own
    }
    if (unasked && result.stale() && !reconnected) {
      reconnected = true;
      goesOn(now);
      return;
    }
    end.byPlan();
  }

  private void goesOn(long at) {
    mayReserve = true;
    notBefore = at;
  }

  @Override
  public long delay(AttemptResult result, int counted, long left) {
    check(end.isByPlan(result), "the plan is asked once, of the last attempt");
    check(counted == retries, "each retry is counted");
    check(left == call.deadlineAt - attemptEndedAt, "the plan knows what is left");
    planned = call.delay(result, counted, left);
    end.planned(planned >= 0);
    return planned;
  }

  @Override
  public boolean pay() {
    check(planned >= 0 && end.isPayable(), "only a retry is paid for");
    boolean paid = call.pay();
    if (paid) {
      retries++;
      goesOn(attemptEndedAt + planned);
      end.repeats();
    }
    return paid;
  }

  /** The loop has learned of it, and says when the next attempt is. */
  void attemptEnded(long retryDelay) {
    end.attemptEnded();
    long expected = mayReserve ? notBefore - attemptEndedAt : NEVER;
    check(retryDelay == expected, "listeners learn when it is tried again");
  }

  int sent() {
    return sent;
  }
}
