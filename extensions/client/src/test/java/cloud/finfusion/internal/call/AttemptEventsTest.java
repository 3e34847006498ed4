package cloud.finfusion.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.internal.loop.AttemptResult;
import cloud.finfusion.testing.FakeTime;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Calls reserve time for their attempts by how long those before them took. */
class AttemptEventsTest {
  private static final Duration TIME = Duration.ofSeconds(10);
  private static final AttemptResult BROKEN =
      new AttemptResult(0, true, true, false, false, null, new IOException("broke"));

  private final FakeTime clock = FakeTime.standing();
  private final CallServices services = TestCalls.services(clock);
  private final AttemptTime time = new AttemptTime(clock, clock.nanos() + TIME.toNanos());
  private final AttemptEvents events = new AttemptEvents(services, TestCalls.context(clock), time);

  private long secondsReserved(Duration took, AttemptResult result) {
    clock.advance(took.toNanos());
    events.ended(result, false);
    return Duration.ofNanos(services.attemptTimes().reserve(Duration.ofHours(1).toNanos()))
        .toSeconds();
  }

  @Test
  void oneWithAResponseCountsWithItsTime() {
    AttemptResult result =
        new AttemptResult(200, true, false, false, false, Contexts.response(200, "{}"), null);

    assertThat(secondsReserved(TIME.dividedBy(2), result)).isEqualTo(5 + 4 * 5 / 2);
  }

  @Test
  void oneThatTheDeadlineEndedCountsDouble() {
    assertThat(secondsReserved(TIME, BROKEN)).isEqualTo(20 + 4 * 20 / 2);
  }

  @Test
  void oneThatBrokeBeforeSaysNothing() {
    assertThat(secondsReserved(TIME.dividedBy(2), BROKEN)).isEqualTo(1);
  }
}
