package cloud.finfusion.wait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cloud.finfusion.call.WaitOptions;
import cloud.finfusion.error.WaitTimeoutException;
import cloud.finfusion.model.Payment;
import cloud.finfusion.model.PaymentStatus;
import cloud.finfusion.testing.BlockingOrAsync;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** When a resource is read, and when no more. */
class WaitTimesTest {
  @AutoClose private final Waits waits = Waits.flowing();

  @ParameterizedTest
  @EnumSource
  void delaysGrowToTheLongest(BlockingOrAsync mode) {
    waits.payment("processing", "processing", "processing", "processing", "succeeded");

    waits.until(mode, growing(), PaymentStatus.SUCCEEDED);

    double[] expected = {100, 300, 900, 1000};
    List<Duration> delays = waits.delays();
    assertThat(delays).hasSize(expected.length);
    for (int i = 0; i < expected.length; i++) {
      assertThat(delays.get(i).toNanos() / 1e6).isBetween(0.8 * expected[i], expected[i]);
    }
  }

  private static WaitOptions growing() {
    return WaitOptions.builder()
        .initialDelay(Duration.ofMillis(100))
        .maxDelay(Duration.ofSeconds(1))
        .backoffFactor(3)
        .build();
  }

  @ParameterizedTest
  @CsvSource({"1, 60", "2, 10"})
  void delaysThatDoNotGrowStayTheSameButForTheirJitter(double factor, int longest) {
    WaitOptions options =
        WaitOptions.builder()
            .initialDelay(Duration.ofSeconds(10))
            .maxDelay(Duration.ofSeconds(longest))
            .backoffFactor(factor)
            .build();
    waits.payment("processing");

    timeout(BlockingOrAsync.ASYNC, options);

    List<Duration> delays = waits.delays().subList(0, 50);
    assertThat(delays)
        .allSatisfy(
            each -> assertThat(each).isBetween(Duration.ofSeconds(8), Duration.ofSeconds(10)));
    assertThat(delays).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource
  void theTimeToWaitIsATypedErrorWithTheLastState(BlockingOrAsync mode) {
    waits.payment("processing");

    WaitTimeoutException error = timeout(mode, Waits.upTo(Duration.ofMinutes(2)));

    assertThat(error.state()).isEqualTo("processing");
    assertThat(error.resource(Payment.class)).isPresent();
    assertThat(error.getCause()).isNull();
    assertThat(error.retryable()).isTrue();
    assertThat(error.attempts()).isEqualTo(waits.reads()).isBetween(15, 25);
    assertThat(error)
        .hasMessageMatching(
            "payments\\.retrieve: status is still processing after 119\\d{3} ms; expected"
                + " succeeded\\. Wait again, or raise the timeout\\. Tried \\d+ times\\. Request"
                + " req_processing\\.");
  }

  @Test
  void aStateOfTheServerForgesNoLineOfALog() {
    waits.payment("late\\n2026 ERROR");

    WaitTimeoutException error = timeout(BlockingOrAsync.ASYNC, Waits.upTo(Duration.ofSeconds(1)));

    assertThat(error).hasMessageContaining("status is still late?2026?ERROR after");
    assertThat(error.state()).isEqualTo("late\n2026 ERROR");
  }

  /** Or half a second if the read before it, whose delay is random, comes in the last but one. */
  @ParameterizedTest
  @EnumSource
  void theLastReadIsASecondBeforeTheEnd(BlockingOrAsync mode) {
    waits.payment("processing");

    WaitTimeoutException error = timeout(mode, Waits.upTo(Duration.ofMinutes(2)));

    assertThat(error.elapsed()).isBetween(Duration.ofSeconds(119), Duration.ofMillis(119_500));
  }

  /** The reads are at 0, at the initial delay of half a second, and in the middle of the rest. */
  @Test
  void aShortWaitLeavesHalfOfTheRestToTheLastRead() {
    waits.payment("processing");

    WaitTimeoutException error =
        timeout(BlockingOrAsync.ASYNC, Waits.upTo(Duration.ofMillis(1200)));

    assertThat(error.attempts()).isEqualTo(3);
    long second = waits.delays().get(0).toMillis();
    assertThat(error.elapsed().toMillis()).isBetween(second + (1198 - second) / 2, 1200L);
  }

  private WaitTimeoutException timeout(BlockingOrAsync mode, WaitOptions options) {
    return catchThrowableOfType(
        WaitTimeoutException.class, () -> waits.until(mode, options, PaymentStatus.SUCCEEDED));
  }
}
