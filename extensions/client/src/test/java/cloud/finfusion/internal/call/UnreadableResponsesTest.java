package cloud.finfusion.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.error.FinFusionException;
import cloud.finfusion.error.InvalidResponseException;
import cloud.finfusion.error.Outcome;
import cloud.finfusion.error.OutcomeUnknownException;
import cloud.finfusion.internal.loop.AttemptResult;
import cloud.finfusion.internal.loop.CallEnd;
import cloud.finfusion.internal.loop.LoopResults;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The error of a success that cannot be read, or was read too late: the operation may be done. */
class UnreadableResponsesTest {
  private static final String TOKEN = "plain-token-of-17";

  private static CallEnd ended(Outcome outcome) {
    AttemptResult success = LoopResults.of(200);
    return new CallEnd(null, success, success, outcome, 1, Duration.ZERO);
  }

  private static CallContext signed(String kind, String token) {
    CallContext context =
        switch (kind) {
          case "read" -> Contexts.read();
          case "create" -> Contexts.create();
          default -> Contexts.unkeyed();
        };
    context.signedWith(token);
    return context;
  }

  private static FinFusionException unreadable(CallContext context, String path) {
    return ErrorMapper.undecodable(
        context, ended(Outcome.DONE), path, "expected a number, got a text");
  }

  private static String place(String token, String path) {
    return ((InvalidResponseException) unreadable(signed("read", token), path)).path();
  }

  @ParameterizedTest(name = "signed with {0}, {1} is hidden")
  @CsvSource({
    TOKEN + ", $.metadata." + TOKEN,
    TOKEN + ", $.x-" + TOKEN + "-x[2]",
    TOKEN + ", $.plain-to",
    TOKEN + ", $.a[plain-to].b",
    "secret7, $.secret7"
  })
  void aPlaceThatRepeatsTheTokenOrALargePartOfItIsHidden(String token, String path) {
    assertThat(place(token, path)).isEqualTo("$.***");
  }

  @ParameterizedTest(name = "signed with [{0}], {1} is shown")
  @CsvSource({
    TOKEN + ", $.plain-t",
    TOKEN + ", $.plain-xx",
    "secret7, $.secret",
    "'', $.amount.currency"
  })
  void anyOtherPlaceIsShown(String token, String path) {
    assertThat(place(token, path)).isEqualTo(path);
  }

  @ParameterizedTest
  @CsvSource({"read, true, false", "create, true, true", "unkeyed, false, true"})
  void aSuccessThatCannotBeReadMayBeDone(String kind, boolean again, boolean unknown) {
    FinFusionException error = unreadable(signed(kind, TOKEN), "$.amount");

    assertThat(error instanceof OutcomeUnknownException).isEqualTo(unknown);
    assertThat(error.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(error.retryable()).isEqualTo(again);
    FinFusionException reason =
        unknown ? (FinFusionException) Objects.requireNonNull(error.getCause()) : error;
    assertThat(reason).isInstanceOf(InvalidResponseException.class);
    assertThat(reason.retryable()).isEqualTo(again);
  }

  @ParameterizedTest
  @EnumSource(names = {"DONE", "UNKNOWN"})
  void oneThatTookTooLongMayBeDone(Outcome outcome) {
    CallEnd end = ended(outcome);

    assertThat(ErrorMapper.overdue(Contexts.read(), end).retryable()).isTrue();
    assertThat(ErrorMapper.overdue(Contexts.create(), end).retryable()).isTrue();
    assertThat(ErrorMapper.overdue(Contexts.unkeyed(), end).retryable()).isFalse();
    assertThat(ErrorMapper.overdue(Contexts.unkeyed(), end).outcome()).isEqualTo(Outcome.UNKNOWN);
  }
}
