package cloud.finfusion.internal.retry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server's Retry-After header asks for, at a quarter to nine. */
class RetryAfterHeaderTest {
  private static final Instant NOW = Instant.parse("1994-11-06T08:45:00Z");

  /** Ten years, longer than any deadline. */
  private static final long LONGEST = 315_360_000;

  private static @Nullable Duration parse(@Nullable String value) {
    return RetryAfter.parse(value, NOW);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "' 30 ', 30",
    "007, 7",
    "315359999, 315359999",
    "315360001, " + LONGEST,
    "999999999, " + LONGEST,
    "1000000000, " + LONGEST,
    "0000000000000000000005, 5",
    "99999999999999999999999, " + LONGEST
  })
  void wholeSecondsOfAnyLengthUpToTenYears(String value, long seconds) {
    assertThat(parse(value)).isEqualTo(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sun, 06 Nov 1994 08:49:37 GMT",
        " Sun, 06 Nov 1994 08:49:37 GMT ",
        "Sunday, 06-Nov-94 08:49:37 GMT",
        "Sun Nov  6 08:49:37 1994"
      })
  void eachFormOfADate(String value) {
    assertThat(parse(value)).isEqualTo(Duration.ofSeconds(277));
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(
      strings = {
        "0",
        "000",
        "-1",
        "1.5",
        "soon",
        "1 2",
        "Sun, 06 Nov 1994 08:45:00 GMT",
        "Sun, 06 Nov 1994 08:44:59 GMT",
        "Sun, 06 Nov 1994 08:49:37 CET",
        "1994-11-06T08:49:37Z"
      })
  void anotherFormAndATimeThatIsNotAheadAskForNothing(@Nullable String value) {
    assertThat(parse(value)).isNull();
  }
}
