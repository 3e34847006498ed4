package cloud.finfusion.internal.retry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimitHeaderTest {
  @ParameterizedTest(name = "C065 {0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "\"d\";r=0;t=30 | 30",
        "\"d\"; r=0 ;t=30 | 30",
        "\"d\";t=30;r=0;pk=:dXNlcg==: | 30",
        "\"burst\";r=0;t=5, \"day\";r=0;t=3600 | 3600",
        "\"burst\";r=0;t=5, \"day\";r=7;t=3600 | 5",
      })
  void theLongestWaitOfAPolicyWithNothingLeft(String value, long seconds) {
    assertThat(RateLimitHeader.parse(value)).isEqualTo(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest(name = "C065 [{0}] asks for nothing")
  @ValueSource(
      strings = {
        "",
        " ",
        "d;r=0;t=30",
        "\"d\"",
        "\"d\";r=1;t=30",
        "\"d\";r=0",
        "\"d\";r=0;t=0",
        "\"d\";r=0;t=-30",
        "\"d\";r=0;t=3.5",
        "\"d\";r=0;t=99999999999",
        "\"d\";t=30",
        "\"d\";r=0;t=30,",
        "\"d\";r=0;t=30, nonsense",
        "limit=100, remaining=0, reset=30",
        "30"
      })
  void anotherForm(String value) {
    assertThat(RateLimitHeader.parse(value)).isNull();
  }

  @Test
  @Timeout(20)
  void aValueMadeToBeSlowIsNot() {
    assertThat(RateLimitHeader.parse("\"d\";r=0;t=30,".repeat(100_000) + "x")).isNull();
    assertThat(RateLimitHeader.parse("\"" + "\";".repeat(100_000))).isNull();
  }
}
