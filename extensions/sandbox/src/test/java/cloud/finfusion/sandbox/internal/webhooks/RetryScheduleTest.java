package cloud.finfusion.sandbox.internal.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.failsafe.Failsafe;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A policy ends with the last status, after one attempt more than there are waits. */
class RetryScheduleTest {
  private final AtomicInteger attempts = new AtomicInteger();

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3})
  void theLastStatusIsTheResult(int waits) {
    assertThat(Failsafe.with(schedule(waits).policy()).get(this::refused)).isEqualTo(503);
    assertThat(attempts).hasValue(waits + 1);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3})
  void nothingIsTriedAgainWhenTheSandboxIsClosed(int waits) {
    assertThatThrownBy(() -> Failsafe.with(schedule(waits).policy()).get(this::closed))
        .isInstanceOf(CancellationException.class);
    assertThat(attempts).hasValue(1);
  }

  private static RetrySchedule schedule(int waits) {
    Duration[] all = new Duration[waits];
    Arrays.fill(all, Duration.ofMillis(1));
    return RetrySchedule.of(all);
  }

  private int refused() {
    attempts.incrementAndGet();
    return 503;
  }

  private int closed() {
    attempts.incrementAndGet();
    throw new CancellationException("The sandbox is closed");
  }
}
