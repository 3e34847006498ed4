package cloud.finfusion.internal.loop;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.error.Outcome;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a status says of the operation's effect. */
class OutcomeRulesTest {
  @ParameterizedTest
  @ValueSource(ints = {408, 500, 501, 502, 503, 504, 599})
  void leavesItOpen(int status) {
    assertThat(OutcomeRules.mayBeDone(status, false, false)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 301, 400, 401, 402, 403, 404, 407, 409, 410, 422, 429, 499})
  void leavesNothingOpen(int status) {
    assertThat(OutcomeRules.mayBeDone(status, false, true)).isFalse();
  }

  @Test
  void aConflictOfAKeyIsTheFirstRequestStillRunning() {
    assertThat(OutcomeRules.mayBeDone(409, true, true)).isTrue();
    assertThat(OutcomeRules.mayBeDone(410, true, false)).isFalse();
  }

  @Test
  void onlyA503ThatAsksToWaitWasRefused() {
    assertThat(OutcomeRules.mayBeDone(503, true, true)).isFalse();
    assertThat(OutcomeRules.mayBeDone(502, true, true)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "400, true, true",
    "402, true, true",
    "422, true, true", // refuses, whatever it changes
    "404, false, true",
    "410, false, true", // missing, which matters where it is changed
    "200, false, false",
    "401, false, false",
    "403, false, false",
    "409, false, false",
    "429, false, false",
    "500, false, false"
  })
  void provesThatNothingWasDone(int status, boolean ofCreate, boolean ofChange) {
    assertThat(OutcomeRules.provesNotDone(status, false, true)).isEqualTo(ofCreate);
    assertThat(OutcomeRules.provesNotDone(status, true, true)).isEqualTo(ofChange);
    assertThat(OutcomeRules.provesNotDone(status, true, false)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "success, true, true, DONE", "success, false, true, DONE",
    "proof, true, true, REFUSED", "proof, false, true, REFUSED",
    "other, true, true, UNKNOWN", "other, true, false, UNKNOWN",
    "other, false, true, REFUSED", "other, false, false, NOT_SENT",
    ", true, true, UNKNOWN", ", true, false, UNKNOWN",
    ", false, true, REFUSED", ", false, false, NOT_SENT"
  })
  void theOutcomeOf(
      @Nullable String result, boolean mayBeDone, boolean responded, Outcome expected) {
    assertThat(OutcomeRules.of(result(result), mayBeDone, responded)).isEqualTo(expected);
  }

  private static @Nullable AttemptResult result(@Nullable String name) {
    return name == null
        ? null
        : switch (name) {
          case "success" -> LoopResults.of(204);
          case "proof" -> LoopResults.proof(402);
          default -> LoopResults.of(403);
        };
  }

  @ParameterizedTest
  @CsvSource({"199, false", "200, true", "299, true", "300, false"})
  void aSuccessIsA2xx(int status, boolean success) {
    assertThat(LoopResults.of(status).isSuccess()).isEqualTo(success);
  }
}
