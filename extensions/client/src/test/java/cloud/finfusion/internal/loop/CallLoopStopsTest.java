package cloud.finfusion.internal.loop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Of several reasons to end a call the first counts; what was tried until then is known. */
class CallLoopStopsTest {
  @Test
  void aCallThatWasNotStoppedHasNoReason() {
    LoopUnderTest sending = LoopState.SENDING.reached();
    assertThat(sending.loop.stopReason()).isNull();

    sending.ended(LoopResults.of(200));
    assertThat(sending.loop.stop(StopReason.CANCELLED)).isFalse();

    assertThat(sending.loop.stopReason()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"RESERVING, 0", "SENDING, 1", "READY_AFTER_LOST, 1", "SENDING_AFTER_LOST, 2"})
  void anAttemptCountsFromWhenItIsSent(LoopState state, int attempts) {
    CallLoop loop = state.reached().loop;

    assertThat(loop.attempts()).isEqualTo(attempts);
    loop.stop(StopReason.CANCELLED);
    assertThat(loop.attempts()).isEqualTo(attempts);
  }

  @ParameterizedTest
  @EnumSource
  void theFirstReasonCounts(StopReason reason) {
    CallLoop loop = LoopState.RESERVING.reached().loop;

    loop.stop(reason);
    loop.stop(StopReason.CANCELLED);
    loop.stop(StopReason.CLOSED);

    assertThat(loop.stopReason()).isEqualTo(reason);
  }
}
