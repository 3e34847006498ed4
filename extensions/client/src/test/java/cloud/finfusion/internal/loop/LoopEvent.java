package cloud.finfusion.internal.loop;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/** What can happen to a loop. */
enum LoopEvent {
  NEXT,
  TIME_PASSES(at -> at.pass(LoopUnderTest.DELAY)),
  TIME_RUNS_OUT(at -> at.pass(LoopUnderTest.BUDGET - 50)),
  DEADLINE_PASSES(
      at -> {
        at.pass(LoopUnderTest.BUDGET);
        var unused = at.next();
      }),
  CANCELLED(StopReason.CANCELLED),
  CLOSED(StopReason.CLOSED),
  PERMIT_NOW(0),
  PERMIT_IN_300(300),
  PERMIT_IN_900(900),
  PERMIT_IN_901(901),
  PERMIT_IN_AGES(Long.MAX_VALUE),
  PERMIT_REFUSED(at -> at.loop.permitRefused(StopReason.NO_PERMIT, Duration.ofNanos(700))),
  CIRCUIT_IS_OPEN(at -> at.loop.permitRefused(StopReason.CIRCUIT_OPEN, Duration.ofNanos(800))),
  CONFIRMED(at -> at.loop.confirmed()),
  DELAYED_BY_300(at -> at.loop.permitDelayed(0, 300, at.now)),
  DELAYED_BY_901(at -> at.loop.permitDelayed(0, 901, at.now)),
  SUCCESS(LoopResults.of(200)),
  DECLINED(LoopResults.proof(402)),
  FORBIDDEN(LoopResults.of(403)),
  UNAUTHORIZED(LoopResults.of(401)),
  UNAVAILABLE(LoopResults.of(503)),
  NOT_IMPLEMENTED(LoopResults.maybe(501)),
  LOST(LoopResults.lost()),
  NOT_SENT(LoopResults.notSent()),
  STALE(LoopResults.stale()),
  REFRESHED(at -> at.loop.refreshed(true, at.now)),
  NOT_REFRESHED(at -> at.loop.refreshed(false, at.now)),
  JOINED(CallEnd.ofSharedSuccess()),
  OWNER_GAVE_UP(at -> at.loop.ownerGaveUp()),
  READS_ALONE(at -> at.loop.readsAlone());

  @SuppressWarnings("ImmutableEnumChecker") // changed by nobody
  private final Function<LoopUnderTest, String> event;

  LoopEvent() {
    this.event = LoopUnderTest::next;
  }

  LoopEvent(Consumer<LoopUnderTest> event) {
    this.event =
        at -> {
          event.accept(at);
          return "-";
        };
  }

  LoopEvent(CallEnd ofOther) {
    this.event = said(at -> at.loop.joined(ofOther));
  }

  LoopEvent(StopReason reason) {
    this.event = said(at -> at.loop.stop(reason));
  }

  LoopEvent(long readyIn) {
    this.event = said(at -> at.loop.permitGranted(readyIn, at.now));
  }

  LoopEvent(AttemptResult result) {
    this.event = at -> at.ended(result);
  }

  private static Function<LoopUnderTest, String> said(Predicate<LoopUnderTest> question) {
    return at -> question.test(at) ? "yes" : "no";
  }

  /** Returns what the loop said: a step, yes, no, nothing, or that this is a bug. */
  String happensTo(LoopUnderTest loop) {
    return event.apply(loop);
  }
}
