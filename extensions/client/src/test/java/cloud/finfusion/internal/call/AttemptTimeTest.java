package cloud.finfusion.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.testing.FakeTime;
import org.junit.jupiter.api.Test;

/** The time that an attempt has left, and the time that it took. */
class AttemptTimeTest {
  private final FakeTime clock = FakeTime.standing();
  private final AttemptTime time = new AttemptTime(clock, clock.nanos() + 1000);

  @Test
  void whatIsLeftIsTheTimeUntilTheDeadline() {
    assertThat(time.left()).isEqualTo(1000);
    clock.advance(1001);

    assertThat(time.left()).isEqualTo(-1);
  }

  @Test
  void whatWasNotMeasuredTookUntilNow() {
    clock.advance(300);

    assertThat(time.elapsed()).isEqualTo(300);
  }

  @Test
  void whatWasMeasuredTookNoLonger() {
    clock.advance(300);
    time.took(0);
    assertThat(time.elapsed()).isZero();
    time.took(200);

    assertThat(time.elapsed()).isEqualTo(200);
  }
}
