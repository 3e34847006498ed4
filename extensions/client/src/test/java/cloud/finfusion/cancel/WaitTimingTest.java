package cloud.finfusion.cancel;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.error.CallCancelledException;
import cloud.finfusion.error.DeadlineExceededException;
import cloud.finfusion.internal.time.SystemTime;
import cloud.finfusion.model.Customer;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.StartedCall;
import cloud.finfusion.testing.WaitingCalls;
import cloud.finfusion.testing.WaitingCalls.WaitPoint;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import retrofit2.Call;

/**
 * How long a call goes on after it was ended, in real time: of 200 the third slowest, so that two
 * pauses of the machine are forgiven. Run by {@code -Drun=timing}; that it is right is tested on
 * fake time.
 */
@Tag("timing")
@Isolated
class WaitTimingTest {
  private static final int SAMPLES = 200;
  private static final Duration LONGEST = Duration.ofMillis(50);
  private static final Duration DEADLINE = Duration.ofMillis(30);

  @ParameterizedTest(name = "C165 cancelled: {0} {1}")
  @CsvSource({
    "RETRY, BLOCKING", "PERMIT, BLOCKING", "FOLLOWING, BLOCKING", "WIRE, BLOCKING",
    "RETRY, ASYNC", "PERMIT, ASYNC", "FOLLOWING, ASYNC", "WIRE, ASYNC"
  })
  void cancelled(WaitPoint place, BlockingOrAsync mode) throws Exception {
    long[] late = new long[SAMPLES];
    try (WaitingCalls waiting = new WaitingCalls(place, new SystemTime())) {
      int before = waiting.waits();
      for (int i = 0; i < SAMPLES; i++) {
        Call<Customer> call = waiting.newCall();
        StartedCall started = new StartedCall(waiting.client(), mode, call);
        waiting.awaitWaits(before + i + 1);
        long from = System.nanoTime();
        call.cancel();
        late[i] = started.end().at() - from;
        assertThat(started.end().failure()).isInstanceOf(CallCancelledException.class);
      }
    }
    inTime("cancel", place, mode, late);
  }

  @ParameterizedTest(name = "C162 C163 interrupted: {0}")
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WIRE") // noticed at the next byte only
  void interrupted(WaitPoint place) throws Exception {
    long[] late = new long[SAMPLES];
    try (WaitingCalls waiting = new WaitingCalls(place, new SystemTime())) {
      int before = waiting.waits();
      for (int i = 0; i < SAMPLES; i++) {
        StartedCall started =
            new StartedCall(waiting.client(), BlockingOrAsync.BLOCKING, waiting.newCall());
        waiting.awaitWaits(before + i + 1);
        long from = System.nanoTime();
        started.caller().interrupt();
        late[i] = started.end().at() - from;
        assertThat(started.end().interrupted()).isTrue();
      }
    }
    inTime("interrupt", place, BlockingOrAsync.BLOCKING, late);
  }

  @ParameterizedTest(name = "C163 the deadline: {0} {1}")
  @CsvSource({"FOLLOWING, BLOCKING", "WIRE, BLOCKING", "FOLLOWING, ASYNC", "WIRE, ASYNC"})
  void theDeadline(WaitPoint place, BlockingOrAsync mode) throws Exception {
    long[] late = new long[SAMPLES];
    try (WaitingCalls waiting = new WaitingCalls(place, new SystemTime())) {
      for (int i = 0; i < SAMPLES; i++) {
        Call<Customer> call = waiting.newCall();
        call.timeout().timeout(DEADLINE.toNanos(), TimeUnit.NANOSECONDS);
        StartedCall.End end = new StartedCall(waiting.client(), mode, call).end();
        late[i] = end.at() - end.startedAt() - DEADLINE.toNanos();
        assertThat(end.failure()).isInstanceOf(DeadlineExceededException.class);
      }
    }
    inTime("deadline", place, mode, late);
  }

  private static void inTime(String end, WaitPoint place, BlockingOrAsync mode, long[] late) {
    Arrays.sort(late);
    Duration p99 = Duration.ofNanos(late[SAMPLES * 99 / 100 - 1]);
    System.out.printf(
        Locale.ROOT,
        "%-9s in %-9s %-8s p99 of %d: %.2f ms%n",
        end,
        place,
        mode,
        SAMPLES,
        p99.toNanos() / 1e6);
    assertThat(p99).isLessThan(LONGEST);
  }
}
