package cloud.finfusion.cancel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.call.CallOptions;
import cloud.finfusion.error.CallCancelledException;
import cloud.finfusion.error.DeadlineExceededException;
import cloud.finfusion.error.FinFusionException;
import cloud.finfusion.error.LimitReachedException;
import cloud.finfusion.error.ServerException;
import cloud.finfusion.model.Customer;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.FakeTime;
import cloud.finfusion.testing.StartedCall;
import cloud.finfusion.testing.WaitingCalls;
import cloud.finfusion.testing.WaitingCalls.WaitPoint;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import retrofit2.Call;

/** Whatever ends a wait ends it there and then: no time passes and nothing more is sent. */
class WaitEndingsTest {
  private final FakeTime standing = FakeTime.standing();

  /** The waits of ours; the wire is the other one. */
  static Stream<Arguments> waits() {
    return Stream.of(WaitPoint.RETRY, WaitPoint.PERMIT, WaitPoint.FOLLOWING)
        .flatMap(
            place -> Stream.of(BlockingOrAsync.values()).map(mode -> Arguments.of(place, mode)));
  }

  @ParameterizedTest(name = "C165 cancelled: {0} {1}")
  @MethodSource("waits")
  void cancelled(WaitPoint place, BlockingOrAsync mode) throws Exception {
    try (WaitingCalls waiting = new WaitingCalls(place, standing)) {
      Call<Customer> call = waiting.newCall();
      StartedCall started = waits(waiting, mode, call);
      int requests = waiting.requests();

      call.cancel();

      endedAtOnce(started.end(), "the call was cancelled.");
      nothingIsLost(waiting, requests);
    }
  }

  @ParameterizedTest(
      name = "C101 C162 C163 interrupted: {0}, the flag is kept, the permit is not lost")
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WIRE")
  void interrupted(WaitPoint place) throws Exception {
    try (WaitingCalls waiting = new WaitingCalls(place, standing)) {
      StartedCall started = waits(waiting, BlockingOrAsync.BLOCKING, waiting.newCall());
      int requests = waiting.requests();

      started.caller().interrupt();

      endedAtOnce(started.end(), "the thread was interrupted; its flag is still set.");
      assertThat(started.end().interrupted()).isTrue();
      nothingIsLost(waiting, requests);
    }
  }

  @ParameterizedTest(name = "C168 the client is closed: {0} {1}")
  @MethodSource("waits")
  void closed(WaitPoint place, BlockingOrAsync mode) throws Exception {
    try (WaitingCalls waiting = new WaitingCalls(place, standing)) {
      StartedCall started = waits(waiting, mode, waiting.newCall());
      int requests = waiting.requests();

      waiting.client().close();

      endedAtOnce(started.end(), "the client was closed during the call.");
      nothingIsLost(waiting, requests);
      assertThatThrownBy(() -> new Calls(waiting.client(), mode).customer("cust_1"))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C163 a deadline before the end of a wait for a retry or a permit: it is not begun")
  void aWaitThatTheDeadlineCuts(BlockingOrAsync mode) {
    refusedAtOnce(WaitPoint.RETRY, mode, ServerException.class);
    refusedAtOnce(WaitPoint.PERMIT, mode, LimitReachedException.class);
  }

  private void refusedAtOnce(WaitPoint place, BlockingOrAsync mode, Class<?> error) {
    CallOptions tooShort = CallOptions.builder().deadline(Duration.ofSeconds(59)).build();
    try (WaitingCalls waiting = new WaitingCalls(place, standing)) {
      assertThatThrownBy(() -> new Calls(waiting.client(), mode).payment("pay_1", tooShort))
          .isExactlyInstanceOf(error);
      assertThat(waiting.waits()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C163 a deadline while following another's trip: it ends at the nanosecond")
  void theDeadlineWhileFollowing(BlockingOrAsync mode) throws Exception {
    try (WaitingCalls waiting = new WaitingCalls(WaitPoint.FOLLOWING, standing)) {
      Call<Customer> call = waiting.newCall();
      call.timeout().timeout(5, TimeUnit.SECONDS);
      StartedCall started = waits(waiting, mode, call);

      standing.advance(Duration.ofSeconds(5).toNanos() - 1);
      LockSupport.unpark(started.caller());
      assertThat(started.isOver()).isFalse();
      standing.advance(1);
      LockSupport.unpark(started.caller());

      assertThat(started.end().failure())
          .isInstanceOfSatisfying(
              DeadlineExceededException.class,
              late -> assertThat(late.elapsed()).isEqualTo(Duration.ofSeconds(5)));
      assertThat(waiting.requests()).isEqualTo(1);
    }
  }

  private static StartedCall waits(
      WaitingCalls waiting, BlockingOrAsync mode, Call<Customer> call) {
    StartedCall started = new StartedCall(waiting.client(), mode, call);
    waiting.awaitWaits(1);
    return started;
  }

  private static void endedAtOnce(StartedCall.End end, String sentence) {
    assertThat(end.failure())
        .isInstanceOf(CallCancelledException.class)
        .hasMessage("customers.retrieve: " + sentence);
    assertThat(((FinFusionException) end.failure()).elapsed()).isZero();
  }

  /** No request more, and the permit that was waited for is there for the next one. */
  private static void nothingIsLost(WaitingCalls waiting, int requests) {
    assertThat(waiting.requests()).isEqualTo(requests);
    assertThat(waiting.limiter().retryAfter()).isLessThanOrEqualTo(Duration.ofMinutes(1));
  }
}
