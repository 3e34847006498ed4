package cloud.finfusion.wait;

import static cloud.finfusion.testing.FakeServer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cloud.finfusion.error.NotFoundException;
import cloud.finfusion.error.Outcome;
import cloud.finfusion.error.RateLimitException;
import cloud.finfusion.error.ServerException;
import cloud.finfusion.error.WaitTimeoutException;
import cloud.finfusion.model.PaymentStatus;
import cloud.finfusion.testing.BlockingOrAsync;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A read that fails delays a wait if it may be repeated, and else ends it. */
class FailedReadsTest {
  @AutoClose private final Waits waits = Waits.flowing();

  @ParameterizedTest
  @EnumSource
  void aPassingFailureDoesNotEndTheWait(BlockingOrAsync mode) {
    waits.responds(Waits.response("processing"), status(503), Waits.response("succeeded"));

    assertThat(waits.until(mode, PaymentStatus.SUCCEEDED).id()).isEqualTo("pay_1");
    assertThat(waits.reads()).isEqualTo(3);
  }

  @ParameterizedTest
  @EnumSource
  void failuresToTheEndAreTheCauseOfTheTimeout(BlockingOrAsync mode) {
    waits.responds(Waits.response("processing"), status(503));

    WaitTimeoutException error = timeout(mode);

    assertThat(error).hasCauseInstanceOf(ServerException.class);
    assertThat(error).hasMessageContaining("; expected succeeded, and the last read failed. Wait");
    assertThat(error.state()).isEqualTo("processing");
    assertThat(error.outcome()).isEqualTo(Outcome.DONE);
  }

  @ParameterizedTest
  @EnumSource
  void aFailureBeforeTheLastReadIsNoCause(BlockingOrAsync mode) {
    waits.responds(status(503), Waits.response("processing"));

    assertThat(timeout(mode)).hasNoCause();
  }

  @ParameterizedTest
  @EnumSource
  void withoutAnyReadTheStateIsNotKnown(BlockingOrAsync mode) {
    waits.responds(status(503));

    WaitTimeoutException error = timeout(mode);

    assertThat(error.state()).isNull();
    assertThat(error.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(error).hasMessageContaining("status is still not known after");
  }

  @ParameterizedTest
  @EnumSource
  void aFailureThatDoesNotPassEndsTheWaitAtOnce(BlockingOrAsync mode) {
    waits.responds(Waits.response("processing"), status(404));

    assertThatThrownBy(() -> waits.until(mode, PaymentStatus.SUCCEEDED))
        .isInstanceOf(NotFoundException.class);
    assertThat(waits.reads()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"BLOCKING, 429", "ASYNC, 429", "BLOCKING, 503", "ASYNC, 503"})
  void theNextReadWaitsAsLongAsTheServerAsks(BlockingOrAsync mode, int refusal) {
    waits.responds(
        status(refusal, "Retry-After", "30"),
        Waits.response("processing"),
        Waits.response("succeeded"));

    waits.until(mode, PaymentStatus.SUCCEEDED);

    assertThat(waits.delays()).hasSize(2);
    assertThat(waits.delays().get(0)).isEqualTo(Duration.ofSeconds(30));
    assertThat(waits.delays().get(1)).isLessThan(Duration.ofSeconds(1));
  }

  @ParameterizedTest
  @EnumSource
  void aDelayPastTheEndOfTheWaitEndsItAtOnce(BlockingOrAsync mode) {
    waits.responds(status(429, "Retry-After", "60"));

    WaitTimeoutException error = timeout(mode);

    assertThat(error).hasCauseInstanceOf(RateLimitException.class);
    assertThat(error.elapsed()).isZero();
    assertThat(waits.reads()).isOne();
  }

  private WaitTimeoutException timeout(BlockingOrAsync mode) {
    return catchThrowableOfType(
        WaitTimeoutException.class,
        () -> waits.until(mode, Waits.upTo(Duration.ofMinutes(1)), PaymentStatus.SUCCEEDED));
  }
}
