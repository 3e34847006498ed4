package cloud.finfusion.internal.loop;

import static cloud.finfusion.internal.loop.ScheduleOracle.check;

import cloud.finfusion.error.Outcome;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How a call has to end, by what happened to it and by what its server knows. */
final class ExpectedEnd {
  private enum Plan {
    NOT_ASKED,
    TO_ASK,
    NO,
    YES
  }

  private final SimulatedServer server;
  private boolean over; // nothing changes it any more
  private boolean joined;
  private boolean counts; // the response counts, whatever stopped the call
  private Plan plan = Plan.NOT_ASKED;
  private @Nullable StopReason stop;
  private @Nullable AttemptResult last;
  private @Nullable AttemptResult lastResponse;

  ExpectedEnd(SimulatedServer server) {
    this.server = server;
  }

  /** The first reason counts. */
  void stopped(StopReason reason) {
    if (stop == null && !over) {
      stop = reason;
    }
  }

  /** Whether the next step is the end, unless an attempt is on the wire. */
  boolean isDue() {
    return stop != null || over;
  }

  boolean isOver() {
    return over;
  }

  int lastStatus() {
    return last == null ? -1 : last.status();
  }

  /** An equal read was made by another call; whether that comes in time. */
  boolean joined() {
    boolean inTime = !isDue();
    joined |= inTime;
    over |= inTime;
    return inTime;
  }

  /** The last response ends the call. */
  void byResponse() {
    if (!over) {
      counts = true;
      over = true;
    }
  }

  void attemptEnds(AttemptResult result, boolean late) {
    last = result;
    plan = Plan.NOT_ASKED;
    if (result.response() != null) {
      lastResponse = result;
    } else if (late) {
      stopped(StopReason.DEADLINE);
    }
  }

  /** Whether it goes on is for the plan to say. */
  void byPlan() {
    plan = Plan.TO_ASK;
  }

  boolean isByPlan(AttemptResult result) {
    return plan == Plan.TO_ASK && result.equals(last);
  }

  void planned(boolean repeats) {
    plan = repeats ? Plan.YES : Plan.NO;
  }

  boolean isPayable() {
    return plan == Plan.YES && stop == null;
  }

  /** It was paid for, too. */
  void repeats() {
    plan = Plan.NOT_ASKED;
  }

  void attemptEnded() {
    check(plan != Plan.TO_ASK, "the plan is asked");
    if (plan != Plan.NOT_ASKED) {
      counts = plan == Plan.NO && last != null && last.response() != null;
      over = true;
    }
  }

  /** It has ended; after this nothing may change it. */
  void verify(CallEnd end, int sent) {
    over = true;
    if (joined) {
      check(end.outcome() == Outcome.DONE && end.stop() == null, "as the other");
      return;
    }
    StopReason expected = counts ? null : stop;
    check(end.stop() == expected, "the first stop ends it, but for a response");
    check(expected != null || Objects.equals(end.result(), last), "its result is the last");
    check(Objects.equals(end.last(), lastResponse), "the last response is kept");
    check(end.attempts() == sent, "attempts are counted");
    checkOutcome(end.outcome(), expected == null ? last : null);
  }

  /** Against what the server knows. */
  private void checkOutcome(Outcome outcome, @Nullable AttemptResult result) {
    boolean success = result != null && result.status() == 200;
    boolean proof = result != null && result.provesNotDone();
    check((outcome == Outcome.DONE) == success, "done is what a success says");
    check((outcome == Outcome.NOT_SENT) == !server.reached(), "not sent is what nobody received");
    check(outcome != Outcome.REFUSED || !server.done(), "what was done is never refused");
    check(outcome != Outcome.UNKNOWN || server.leftOpen(), "unknown is what an attempt left open");
    check(outcome != Outcome.UNKNOWN || !proof, "a proof ends all doubt");
  }
}
