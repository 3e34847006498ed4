package cloud.finfusion.internal.retry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server's RateLimit header asks for. */
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

  @ParameterizedTest(name = "C065 {0} 100,000 times: each character is read a few times at most")
  @ValueSource(
      strings = {"\"d\";r=0;t=30,", "\"d\";", ";", "\"", ",", " ", "\"d\";r=0; ", "\"d\";;r"})
  void aValueMadeToBeSlowIsNot(String part) {
    for (String start : List.of("", "\"d\"", "\"d\";")) {
      CharSequence value = new CountedText(start + part.repeat(100_000) + "x");

      assertThat(RateLimitHeader.parse(value)).isNull();
    }
  }

  /** A text that may be read five times, so that the steps of its reader are bounded. */
  private static final class CountedText implements CharSequence {
    private final String text;
    private long left;

    CountedText(String text) {
      this.text = text;
      this.left = 5L * text.length();
    }

    @Override
    public char charAt(int index) {
      left--;
      if (left < 0) {
        throw new AssertionError("each character was read more than five times");
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      left -= end - start;
      return text.substring(start, end);
    }

    @Override
    public String toString() {
      left -= length();
      return text;
    }
  }
}
