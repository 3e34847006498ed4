package cloud.finfusion.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.internal.loop.AttemptResult;
import cloud.finfusion.internal.loop.LoopResults;
import cloud.finfusion.internal.loop.StopReason;
import cloud.finfusion.internal.permit.AttemptEnd;
import java.time.Duration;
import java.time.Instant;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the sources of permits learn from an attempt. */
class AttemptEndsTest {
  private static AttemptEnd of(AttemptResult result, @Nullable StopReason stop) {
    return AttemptEnds.of(result, stop, () -> Instant.EPOCH);
  }

  private static AttemptEnd of(Response response) {
    return of(new AttemptResult(response.code(), true, false, false, false, response, null), null);
  }

  @ParameterizedTest
  @CsvSource({"200, false", "429, false", "499, false", "500, true", "503, true"})
  void aServerFailsWithA5xx(int status, boolean failed) {
    assertThat(of(Contexts.response(status, "")))
        .isEqualTo(new AttemptEnd(status, failed, true, null, null));
  }

  @Test
  void theSourcesLearnWhatTheServerSaysOfItsLimit() {
    Response limited = Contexts.response(429, "", "Retry-After", "5", "X-RateLimit-Remaining", "0");

    assertThat(of(limited)).isEqualTo(new AttemptEnd(429, false, true, Duration.ofSeconds(5), "0"));
  }

  @ParameterizedTest
  @CsvSource({", true", "DEADLINE, true", "CLOSED, true", "CANCELLED, false", "INTERRUPTED, false"})
  void whatTheCallerEndedSaysNothingOfTheServer(@Nullable StopReason stop, boolean failed) {
    assertThat(of(LoopResults.lost(), stop)).isEqualTo(new AttemptEnd(0, failed, true, null, null));
    assertThat(of(LoopResults.notSent(), stop).sent()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({", true", "DEADLINE, false", "CLOSED, true"})
  void timeThatWasOverBeforeAnythingWasSentSaysNothingOfTheServer(
      @Nullable StopReason stop, boolean failed) {
    assertThat(of(LoopResults.notSent(), stop))
        .isEqualTo(new AttemptEnd(0, failed, false, null, null));
  }

  @Test
  void whatThisProgramRefusedSaysNothingOfTheServer() {
    assertThat(of(LoopResults.local(), null).failed()).isFalse();
  }
}
