package cloud.finfusion.internal.call;

import static cloud.finfusion.internal.call.Contexts.OF_API;
import static cloud.finfusion.internal.call.Contexts.response;
import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.error.CallFacts;
import cloud.finfusion.error.InvalidResponseException;
import cloud.finfusion.error.Outcome;
import cloud.finfusion.internal.loop.AttemptResult;
import cloud.finfusion.internal.loop.LocalFailure;
import java.io.IOException;
import java.time.Duration;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is made of a response, of what was thrown, or of both. */
class AttemptResultsTest {
  private final IOException broken = new IOException("broken");
  private final LocalFailure refused =
      new LocalFailure(
          new InvalidResponseException(
              new CallFacts("test", Outcome.NOT_SENT, false, 0, Duration.ZERO, null), "$", "no"));

  private static AttemptResult of(CallContext context, Response response) {
    return AttemptResults.of(context, response, null, true, false);
  }

  private static AttemptResult failed(
      CallContext context, @Nullable Throwable thrown, boolean sent, boolean stale) {
    return AttemptResults.of(context, null, thrown, sent, stale);
  }

  @Test
  void aStatusCountsThoughItsBodyBroke() {
    Response cut = response(402, "");

    AttemptResult result = AttemptResults.of(Contexts.create(), cut, broken, true, true);

    assertThat(result).isEqualTo(new AttemptResult(402, true, false, false, false, cut, broken));
  }

  @Test
  void aSuccessWhoseBodyBrokeIsABrokenConnectionAndWasSent() {
    AttemptResult result =
        AttemptResults.of(Contexts.create(), response(200, ""), broken, false, false);

    assertThat(result).isEqualTo(new AttemptResult(0, true, true, false, false, null, broken));
  }

  @Test
  void nothingThatWasSentIsNothingThatMayBeDone() {
    assertThat(failed(Contexts.create(), broken, false, false))
        .isEqualTo(new AttemptResult(0, false, false, false, false, null, broken));
  }

  @Test
  void aDeadConnectionIsReplacedAtOnceOnlyWhereRepeatingDoesNoHarm() {
    assertThat(failed(Contexts.create(), broken, true, true).stale()).isTrue();
    assertThat(failed(Contexts.read(), broken, true, true).stale()).isTrue();
    assertThat(failed(Contexts.unkeyed(), broken, true, true).stale()).isFalse();
    assertThat(failed(Contexts.create(), refused, true, true).stale()).isFalse();
    assertThat(failed(Contexts.create(), broken, true, false).stale()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"200, ''", "503, Retry-After", "409, ''", "429, Retry-After"})
  void whatIsOpenDependsOnTheKeyAndOnTheWait(int status, String header) {
    Response response = header.isEmpty() ? response(status, "") : response(status, "", header, "5");

    assertThat(of(Contexts.create(), response).mayBeDone()).isEqualTo(status == 409);
    assertThat(of(Contexts.unkeyed(), response).mayBeDone()).isFalse();
  }

  @Test
  void aConflictOfTheResourcesStateLeavesNothingOpen() {
    Response conflict = response(409, "{\"error\":{\"code\":\"PAY009\",\"message\":\"captured\"}}");

    assertThat(of(Contexts.create(), conflict).mayBeDone()).isFalse();
    assertThat(of(Contexts.create(), response(503, OF_API)).mayBeDone()).isTrue();
  }

  @Test
  void onlyTheApisOwnWordIsAProof() {
    assertThat(of(Contexts.create(), response(402, OF_API)).provesNotDone()).isTrue();
    assertThat(of(Contexts.create(), response(402, "<html>")).provesNotDone()).isFalse();
    assertThat(of(Contexts.create(), response(404, OF_API)).provesNotDone()).isFalse();
    assertThat(of(Contexts.change(), response(404, OF_API)).provesNotDone()).isTrue();
  }

  @Test
  void aResponseOverTheCapIsRefusedByThisProgram() {
    AttemptResult result = failed(Contexts.create(), tooLarge(), true, false);

    assertThat(result.isLocal()).isTrue();
    assertThat(result.failure())
        .isInstanceOfSatisfying(
            LocalFailure.class,
            local -> {
              assertThat(local.typed()).isInstanceOf(InvalidResponseException.class);
              assertThat(local.typed().outcome()).isEqualTo(Outcome.UNKNOWN);
              assertThat(local.typed().retryable()).isTrue();
            });
  }

  private static Throwable tooLarge() {
    try {
      Response four = response(200, "four");
      BufferedResponses.of(four, four.request(), 3).close();
      throw new AssertionError("it is small enough");
    } catch (IOException tooLarge) {
      return tooLarge;
    }
  }

  @ParameterizedTest
  @ValueSource(classes = {StackOverflowError.class, IllegalStateException.class})
  void anythingThrownIsAFailureOfTheExchangeWithoutItsWords(Class<? extends Throwable> thrown)
      throws Exception {
    Throwable any = thrown.getConstructor(String.class).newInstance("CANARY");

    assertThat(failed(Contexts.create(), any, true, false).failure())
        .isInstanceOf(IOException.class)
        .hasMessage("the exchange ended with " + thrown.getName())
        .hasNoCause();
  }

  @Test
  void nothingAtAllIsAFailureToo() {
    assertThat(failed(Contexts.create(), null, false, false).failure())
        .hasMessage("the exchange ended with nothing");
  }

  @Test
  void theLogNamesAStatusOrAFailure() {
    assertThat(AttemptErrors.label(of(Contexts.read(), response(503, "")))).isEqualTo("status 503");
    assertThat(AttemptErrors.label(failed(Contexts.read(), broken, true, false)))
        .isEqualTo("IOException");
    assertThat(AttemptErrors.label(failed(Contexts.read(), new IOException() {}, true, false)))
        .isEqualTo("IOException");
    assertThat(AttemptErrors.label(new AttemptResult(0, false, false, false, false, null, null)))
        .isEqualTo("nothing");
  }
}
