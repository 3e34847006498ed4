package cloud.finfusion.internal.retry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of a response's headers says how long to wait. */
class RequestedDelayTest {
  private static final String NAME = "Retry-After";

  private static @Nullable Duration delay(int status, String... headers) {
    Response.Builder response =
        new Response.Builder()
            .request(new Request.Builder().url("https://localhost/").build())
            .protocol(Protocol.HTTP_1_1)
            .code(status)
            .message("");
    for (int i = 0; i < headers.length; i += 2) {
      response.addHeader(headers[i], headers[i + 1]);
    }
    return RequestedDelay.of(response.build(), () -> Instant.EPOCH);
  }

  private static @Nullable Duration seconds(@Nullable Long seconds) {
    return seconds == null ? null : Duration.ofSeconds(seconds);
  }

  @ParameterizedTest(name = "Retry-After: {0}, then {1}, asks for {2}")
  @CsvSource({
    "5, 9, 9",
    "9, 5, 9",
    "7, 7, 7",
    "soon, 5, 5",
    "5, soon, 5",
    "soon, later, ",
    "0, 0, ",
  })
  void theLongestOfSeveralCounts(String first, String second, @Nullable Long expected) {
    assertThat(delay(503, NAME, first, NAME, second)).isEqualTo(seconds(expected));
  }

  @ParameterizedTest(name = "{0} with RateLimit: {1} asks for {2}")
  @CsvSource({
    "429, \"d\";r=0;t=30, 30",
    "429, \"d\";r=1;t=30, ",
    "503, \"d\";r=0;t=30, ",
    "200, \"d\";r=0;t=30, "
  })
  void a429AloneAsksByRateLimitToo(int status, String value, @Nullable Long expected) {
    assertThat(delay(status, "RateLimit", value)).isEqualTo(seconds(expected));
  }

  @ParameterizedTest
  @CsvSource({"5, 5", "60, 60", "soon, 30"})
  void retryAfterCountsBeforeRateLimit(String value, long expected) {
    Duration delay = delay(429, NAME, value, "RateLimit", "\"d\";r=0;t=30");

    assertThat(delay).isEqualTo(Duration.ofSeconds(expected));
  }

  @ParameterizedTest
  @CsvSource({"429", "503"})
  void aResponseWithoutAnyAsksForNothing(int status) {
    assertThat(delay(status)).isNull();
  }
}
