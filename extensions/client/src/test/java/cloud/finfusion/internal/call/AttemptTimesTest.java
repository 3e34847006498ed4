package cloud.finfusion.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How much of a call's time a wait for a permit leaves: four deviations more than an attempt takes,
 * estimated as in RFC 6298, section 2, but never too little and never most of it.
 */
class AttemptTimesTest {
  private final AttemptTimes times = new AttemptTimes();

  private static long nanos(long millis) {
    return Duration.ofMillis(millis).toNanos();
  }

  private long reserveOf(long millis) {
    return Duration.ofNanos(times.reserve(nanos(millis))).toMillis();
  }

  private void took(String millis) {
    Stream.of(millis.split(" ")).forEach(each -> times.took(nanos(Long.parseLong(each))));
  }

  @ParameterizedTest
  @CsvSource({"1000, 100", "9990, 999", "10000, 1000", "10010, 1000", "60000, 1000"})
  void aTenthOrASecondWhileNothingIsKnown(long budget, long reserve) {
    assertThat(reserveOf(budget)).isEqualTo(reserve);
  }

  @ParameterizedTest(name = "after {0}: {1}")
  @CsvSource({
    "400, 1200",
    "400 400, 1000",
    "400 800, 1450",
    "400 80, 1280",
    "80 400 80, 600",
    "400 400 400, 850",
  })
  void theEstimateOnceAttemptsWereMeasured(String measured, long reserve) {
    took(measured);

    assertThat(reserveOf(6000)).isEqualTo(reserve);
  }

  @Test
  void neverLessThanBeforeAnythingWasKnown() {
    took("10");

    assertThat(reserveOf(6000)).isEqualTo(600);
  }

  @ParameterizedTest
  @CsvSource({"2400, 1200", "2000, 1000", "100, 50"})
  void halfOfItAtMost(long budget, long reserve) {
    took("400");

    assertThat(reserveOf(budget)).isEqualTo(reserve);
  }

  @Test
  void anAttemptThatWasCutOffCountsDouble() {
    times.cutOff(nanos(400));

    assertThat(reserveOf(6000)).isEqualTo(2400);
  }
}
