package cloud.finfusion.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.error.CircuitOpenException;
import cloud.finfusion.error.DeadlineExceededException;
import cloud.finfusion.error.FinFusionException;
import cloud.finfusion.error.LimitReachedException;
import cloud.finfusion.error.Outcome;
import cloud.finfusion.error.OutcomeUnknownException;
import cloud.finfusion.error.ServerException;
import cloud.finfusion.internal.loop.AttemptResult;
import cloud.finfusion.internal.loop.CallEnd;
import cloud.finfusion.internal.loop.LoopResults;
import cloud.finfusion.internal.loop.StopReason;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The error of a call that was ended early: why, what came before, and whether to call again. */
class ErrorsOfStopsTest {
  private static final Duration LATER = Duration.ofSeconds(9);

  private static FinFusionException error(
      CallContext context, StopReason stop, Outcome outcome, @Nullable AttemptResult last) {
    return ErrorMapper.of(context, new CallEnd(stop, null, last, outcome, 1, LATER));
  }

  private static FinFusionException error(CallContext context, StopReason stop, Outcome outcome) {
    return error(context, stop, outcome, null);
  }

  private static AttemptResult unavailable() {
    return new AttemptResult(
        503, true, true, false, false, Contexts.response(503, Contexts.OF_API), null);
  }

  private static FinFusionException reason(FinFusionException unknown) {
    return (FinFusionException) Objects.requireNonNull(unknown.getCause());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CANCELLED | CallCancelledException | the call was cancelled.",
        "INTERRUPTED | CallCancelledException | the thread was interrupted; its flag is still set.",
        "CLOSED | CallCancelledException | the client was closed during the call.",
        "DEADLINE | DeadlineExceededException | the deadline passed after ",
        "NO_PERMIT | LimitReachedException | no permit in time, the next one comes in 9000 ms.",
        "CIRCUIT_OPEN | CircuitOpenException | the circuit is open after many failures, the next "
      })
  void eachReasonHasAnErrorThatNamesIt(StopReason stop, String type, String sentence) {
    FinFusionException error = error(Contexts.create(), stop, Outcome.NOT_SENT);

    assertThat(error.getClass().getSimpleName()).isEqualTo(type);
    assertThat(error).hasMessageStartingWith("payments.test: " + sentence).hasNoCause();
    assertThat(error.outcome()).isEqualTo(Outcome.NOT_SENT);
  }

  @ParameterizedTest
  @EnumSource
  void whatIsKnownNotToBeDoneMayBeCalledAgain(StopReason stop) {
    assertThat(error(Contexts.unkeyed(), stop, Outcome.NOT_SENT).retryable()).isTrue();
    assertThat(error(Contexts.create(), stop, Outcome.REFUSED).retryable()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void aReadMayAlwaysBeCalledAgain(StopReason stop) {
    FinFusionException error = error(Contexts.read(), stop, Outcome.UNKNOWN);

    assertThat(error).isNotInstanceOf(OutcomeUnknownException.class);
    assertThat(error.retryable()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void aWriteThatMayBeDoneSaysSoAndNamesItsKey(StopReason stop) {
    FinFusionException error = error(Contexts.create(), stop, Outcome.UNKNOWN);

    assertThat(error)
        .isInstanceOfSatisfying(
            OutcomeUnknownException.class,
            unknown -> assertThat(unknown.idempotencyKey()).isEqualTo("order-17"));
    assertThat(error.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(error.retryable()).isTrue();
    assertThat(reason(error).retryable()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void withoutAKeyItMayNotBeCalledAgain(StopReason stop) {
    FinFusionException error = error(Contexts.unkeyed(), stop, Outcome.UNKNOWN);

    assertThat(error).isInstanceOf(OutcomeUnknownException.class);
    assertThat(error.retryable()).isFalse();
    assertThat(reason(error).retryable()).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void theResponseThatCameBeforeIsTheCause(StopReason stop) {
    assertThat(error(Contexts.read(), stop, Outcome.UNKNOWN, unavailable()).getCause())
        .isInstanceOfSatisfying(
            ServerException.class,
            last -> {
              assertThat(last.status()).isEqualTo(503);
              assertThat(last.code()).isEqualTo("PAY001");
            });
  }

  @ParameterizedTest
  @CsvSource({"200", "204"})
  void aSuccessThatTookTooLongIsNoCauseOfItsEnd(int status) {
    CallEnd end =
        new CallEnd(null, LoopResults.of(status), LoopResults.of(status), Outcome.DONE, 1, LATER);

    assertThat(ErrorMapper.overdue(Contexts.read(), end))
        .isInstanceOf(DeadlineExceededException.class)
        .hasNoCause();
    assertThat(reason(ErrorMapper.overdue(Contexts.create(), end)))
        .isInstanceOf(DeadlineExceededException.class)
        .hasMessageEndingWith(" ms. Raise the deadline.");
  }

  @ParameterizedTest
  @EnumSource(names = {"NO_PERMIT", "CIRCUIT_OPEN"})
  void aRefusalSaysWhenToTryAgain(StopReason stop) {
    FinFusionException error = error(Contexts.read(), stop, Outcome.NOT_SENT);

    Duration retryAfter =
        error instanceof LimitReachedException limit
            ? limit.retryAfter()
            : ((CircuitOpenException) error).retryAfter();
    assertThat(retryAfter).isEqualTo(LATER);
  }
}
