package cloud.finfusion.internal.permit;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.ratelimit.FakePermitSource;
import cloud.finfusion.spi.PermitSource.Reservation;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A plan's permits follow their source, which learns what responses say of the limit. */
class RatePermitsTest {
  private final FakePermitSource source = new FakePermitSource();
  private final RatePermits plan = new RatePermits(source);

  private Permit granted() {
    return plan.reserve("payments.create", 7).join();
  }

  private static AttemptEnd ended(
      int status, @Nullable Duration retryAfter, @Nullable String left) {
    return new AttemptEnd(status, false, true, retryAfter, left);
  }

  @Test
  void itAsksTheSourceAndReturnsItsReservations() {
    source.decides(source.granted(Duration.ofNanos(3), Duration.ofNanos(4)));

    Permit permit = granted();

    assertThat(permit.refusal()).isNull();
    assertThat(permit.readyIn()).isEqualTo(3);
    assertThat(permit.use()).isEqualTo(4);
    permit.release();
    assertThat(source.calls())
        .containsExactly("reserve payments.create within 7", "use", "release");
    assertThat(plan.name()).isEqualTo("rate");
  }

  @Test
  void aWaitBeyondAllNanosecondsIsTheLongest() {
    source.decides(source.granted(Duration.ZERO, Duration.ofDays(1_000_000)));

    assertThat(granted().use()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void aRefusalNamesThePlanAndTheWait() {
    source.decides(source.refused(Duration.ofSeconds(9)));

    assertThat(granted())
        .isEqualTo(new PermitRefusal(PermitRefusal.Reason.RATE, Duration.ofSeconds(9)));
  }

  @Test
  void whatTheSourceKnowsLaterComesLater() {
    CompletableFuture<Reservation> known = new CompletableFuture<>();
    source.decides(() -> known);
    CompletableFuture<Permit> asked = plan.reserve("payments.create", 7);
    assertThat(asked).isNotDone();

    known.complete(source.granted(Duration.ofNanos(3), Duration.ZERO));

    assertThat(asked.join().readyIn()).isEqualTo(3);
  }

  @Test
  void aStageThatFailsFails() {
    source.decides(() -> CompletableFuture.failedFuture(new AssertionError()));

    assertThat(plan.reserve("payments.create", 7)).isCompletedExceptionally();
  }

  @Test
  void anAttemptThatWasNotSentGivesItBack() {
    granted().attemptEnded(new AttemptEnd(0, true, false, null, null));

    assertThat(source.calls()).endsWith("release").hasSize(2);
  }

  @Test
  void anAttemptThatWasSentUsesItUp() {
    granted().attemptEnded(ended(200, null, null));
    granted().attemptEnded(new AttemptEnd(0, true, true, null, null));

    assertThat(source.calls()).doesNotContain("release").hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({"429, 5, pause PT5S", "429, 3600, pause PT1H", "429, 3601, pause PT1H"})
  void a429PausesThePlanForAnHourAtMost(int status, long seconds, String expected) {
    granted().attemptEnded(ended(status, Duration.ofSeconds(seconds), null));

    assertThat(source.calls()).last().isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 503})
  void noOtherStatusPausesIt(int status) {
    granted().attemptEnded(ended(status, Duration.ofSeconds(5), null));
    granted().attemptEnded(ended(429, null, null));

    assertThat(source.calls()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({"0, sync 0", "12, sync 12", "999999999, sync 999999999"})
  void aCountOfWhatIsLeftCorrectsThePlan(String left, String expected) {
    granted().attemptEnded(ended(429, null, left));

    assertThat(source.calls()).last().isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "+1", "1.5", "1 ", "1000000000", "many", "١", "1,2", "/", ":"})
  void whatIsNoCountCorrectsNothing(String left) {
    granted().attemptEnded(ended(200, null, left));

    assertThat(source.calls()).hasSize(1);
  }
}
