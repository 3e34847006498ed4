package cloud.finfusion.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.error.ApiException;
import cloud.finfusion.error.CallFacts;
import cloud.finfusion.error.FinFusionException;
import cloud.finfusion.error.InvalidResponseException;
import cloud.finfusion.error.Outcome;
import cloud.finfusion.error.OutcomeUnknownException;
import cloud.finfusion.internal.loop.AttemptResult;
import cloud.finfusion.internal.loop.CallEnd;
import cloud.finfusion.internal.loop.LocalFailure;
import java.time.Duration;
import java.util.Objects;
import okhttp3.Response;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The error of a call that had a response: of which status, or one that this program refused. */
class ErrorsOfResponsesTest {
  private static CallEnd ended(AttemptResult result, Outcome outcome) {
    AttemptResult last = result.response() == null ? null : result;
    return new CallEnd(null, result, last, outcome, 1, Duration.ZERO);
  }

  private static CallContext context(String kind) {
    return switch (kind) {
      case "read" -> Contexts.read();
      case "create" -> Contexts.create();
      default -> Contexts.unkeyed();
    };
  }

  /** The error, or what an unknown outcome is because of. */
  private static FinFusionException reason(FinFusionException error) {
    return error instanceof OutcomeUnknownException
        ? (FinFusionException) Objects.requireNonNull(error.getCause())
        : error;
  }

  @ParameterizedTest(name = "{0} of a {1}, which may be done: {2}; call again: {3}")
  @CsvSource({
    "400, read, false, false",
    "404, read, false, false",
    "408, read, true, true",
    "408, unkeyed, true, false",
    "429, unkeyed, false, true",
    "429, create, false, true",
    "499, read, false, false",
    "500, read, true, true",
    "500, create, true, true",
    "500, unkeyed, true, false",
    "503, unkeyed, false, true"
  })
  void aStatusThatPassesMayBeCalledAgainWhereThatDoesNoHarm(
      int status, String kind, boolean mayBeDone, boolean again) {
    Response response = Contexts.response(status, Contexts.OF_API);
    Outcome outcome = mayBeDone ? Outcome.UNKNOWN : Outcome.REFUSED;
    AttemptResult result = new AttemptResult(status, true, mayBeDone, false, false, response, null);

    FinFusionException error = ErrorMapper.of(context(kind), ended(result, outcome));

    boolean unknown = mayBeDone && !kind.equals("read");
    assertThat(error instanceof OutcomeUnknownException).isEqualTo(unknown);
    assertThat(reason(error)).isInstanceOf(ApiException.class);
    assertThat(reason(error).retryable()).isEqualTo(again);
    assertThat(error.outcome()).isEqualTo(outcome);
  }

  @ParameterizedTest(name = "a {0}, {1}, refused as {2}: unknown is {3}")
  @CsvSource({
    "read, UNKNOWN, UNKNOWN, false",
    "create, UNKNOWN, NOT_SENT, true",
    "create, NOT_SENT, UNKNOWN, true",
    "create, NOT_SENT, NOT_SENT, false",
    "unkeyed, UNKNOWN, UNKNOWN, true",
    "unkeyed, REFUSED, NOT_SENT, false"
  })
  void whatThisProgramRefusesDoesNotHideThatAWriteMayBeDone(
      String kind, Outcome ofCall, Outcome ofRefusal, boolean unknown) {
    CallFacts facts = new CallFacts("payments.test", ofRefusal, false, 1, Duration.ZERO, null);
    InvalidResponseException refusal = new InvalidResponseException(facts, "$", "too large");
    AttemptResult result =
        new AttemptResult(0, true, true, false, false, null, new LocalFailure(refusal));

    FinFusionException error = ErrorMapper.of(context(kind), ended(result, ofCall));

    assertThat(reason(error)).isSameAs(refusal);
    assertThat(error instanceof OutcomeUnknownException).isEqualTo(unknown);
    assertThat(error.retryable()).isEqualTo(unknown && kind.equals("create"));
  }
}
