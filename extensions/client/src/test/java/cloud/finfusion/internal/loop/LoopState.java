package cloud.finfusion.internal.loop;

import java.util.List;

/** The eight states of a loop, and variants of them, each with the events that lead there. */
enum LoopState {
  READY,
  JOINING(LoopEvent.NEXT),
  RESERVING(LoopEvent.NEXT),
  CONFIRMING(RESERVING, LoopEvent.PERMIT_NOW, LoopEvent.NEXT, LoopEvent.PERMIT_NOW, LoopEvent.NEXT),
  SENDING(CONFIRMING, LoopEvent.CONFIRMED, LoopEvent.NEXT),
  TOKEN_REFUSED(SENDING, LoopEvent.UNAUTHORIZED),
  REFRESHING(TOKEN_REFUSED, LoopEvent.NEXT),
  ENDED(SENDING, LoopEvent.SUCCESS),

  JOINING_CANCELLED(JOINING, LoopEvent.CANCELLED),
  RESERVING_CANCELLED(RESERVING, LoopEvent.CANCELLED),
  RESERVING_WITH_50_LEFT(RESERVING, LoopEvent.TIME_RUNS_OUT),
  CONFIRMING_CANCELLED(CONFIRMING, LoopEvent.CANCELLED),
  SENDING_CANCELLED(SENDING, LoopEvent.CANCELLED),
  SENDING_CLOSED(SENDING, LoopEvent.CLOSED),
  SENDING_LATE(SENDING, LoopEvent.DEADLINE_PASSES),
  REFRESHING_CANCELLED(REFRESHING, LoopEvent.CANCELLED),
  READY_AFTER_LOST(SENDING, LoopEvent.LOST),
  SENDING_AFTER_LOST(READY_AFTER_LOST, LoopEvent.TIME_PASSES, SENDING),
  SENDING_AFTER_503(SENDING, LoopEvent.UNAVAILABLE, LoopEvent.TIME_PASSES, SENDING),
  SENDING_LAST(SENDING_AFTER_503, LoopEvent.UNAVAILABLE, LoopEvent.TIME_PASSES, SENDING),
  SENDING_AFTER_REFRESH(REFRESHING, LoopEvent.REFRESHED, SENDING),
  SENDING_AFTER_STALE(SENDING, LoopEvent.STALE, SENDING);

  @SuppressWarnings("ImmutableEnumChecker") // changed by nobody
  private final List<Object> path;

  LoopState(Object... path) {
    this.path = List.of(path);
  }

  /** A new loop in this state. */
  LoopUnderTest reached() {
    LoopUnderTest loop = new LoopUnderTest(name().startsWith("JOINING"));
    lead(loop);
    return loop;
  }

  private void lead(LoopUnderTest loop) {
    for (Object each : path) {
      if (each instanceof LoopState state) {
        state.lead(loop);
      } else {
        var unused = ((LoopEvent) each).happensTo(loop);
      }
    }
  }
}
