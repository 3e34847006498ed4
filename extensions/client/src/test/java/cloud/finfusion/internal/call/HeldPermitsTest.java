package cloud.finfusion.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.internal.permit.AttemptEnd;
import cloud.finfusion.internal.permit.Permit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each permit that a call holds is ended once, whatever a permit throws. */
class HeldPermitsTest {
  private static final AttemptEnd ENDED = new AttemptEnd(200, false, true, null, null);

  private final List<String> ends = new ArrayList<>();
  private final HeldPermits held = new HeldPermits(3);

  private Permit throwing(String name) {
    return new Permit() {
      @Override
      public void release() {
        ends.add(name + " released");
        throw new LinkageError();
      }

      @Override
      public void attemptEnded(AttemptEnd end) {
        ends.add(name + " used");
        assertThat(end).isSameAs(ENDED);
        throw new StackOverflowError();
      }
    };
  }

  private void holdAll() {
    for (int source = 0; source < 3; source++) {
      held.hold(source, throwing("permit " + source));
    }
  }

  @Test
  void theLaterOnesAreReleasedAndTheOthersStay() {
    holdAll();

    held.releaseFrom(1);
    held.releaseFrom(1);

    assertThat(ends).containsExactly("permit 1 released", "permit 2 released");
    assertThat(held.of(0)).isNotNull();
    assertThat(held.of(1)).isNull();
  }

  @Test
  void anAttemptUsesAllUp() {
    holdAll();

    held.attemptEnded(ENDED);
    held.attemptEnded(ENDED);
    held.releaseFrom(0);

    assertThat(ends).containsExactly("permit 0 used", "permit 1 used", "permit 2 used");
  }

  @Test
  void aSourceThatHasGrantedNothingHasNothingToEnd() {
    held.hold(1, throwing("permit 1"));

    held.attemptEnded(ENDED);

    assertThat(ends).containsExactly("permit 1 used");
    assertThat(held.isEmpty()).isFalse();
    assertThat(new HeldPermits(0).isEmpty()).isTrue();
  }
}
