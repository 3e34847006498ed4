package cloud.finfusion.error;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.model.ErrorDetail;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an error advises: to try again, when, and never where that could do harm. */
class ErrorAdviceTest {
  private static ErrorResponse response(int status, @Nullable Long retryAfter) {
    Duration wait = retryAfter == null ? null : Duration.ofSeconds(retryAfter);
    return new ErrorResponse(status, null, null, List.of(), Map.of(), wait);
  }

  private static CallFacts facts(Outcome outcome, boolean retryable) {
    return new CallFacts("payments.test", outcome, retryable, 1, Duration.ZERO, null);
  }

  @ParameterizedTest(name = "{0}, retryable {1}, asked to wait {2} s: {3}")
  @CsvSource({
    "UNKNOWN, true, , '. Try again later.'",
    "UNKNOWN, true, 7, ', and it asks to wait 7 s. Try again after that.'",
    "REFUSED, false, , '. Try again later.'",
    "REFUSED, true, 7, ', and it asks to wait 7 s. Try again after that.'",
    "UNKNOWN, false, , .",
    "UNKNOWN, false, 7, ."
  })
  void aServersErrorAdvisesToTryAgainUnlessItMayBeDoneTwice(
      Outcome outcome, boolean retryable, @Nullable Long retryAfter, String advice) {
    ServerException error =
        new ServerException(facts(outcome, retryable), response(503, retryAfter));

    assertThat(error)
        .hasMessage(
            "payments.test: the server responded with 503; it failed or is unavailable%s", advice);
    assertThat(error.retryAfter())
        .isEqualTo(retryAfter == null ? null : Duration.ofSeconds(retryAfter));
  }

  @ParameterizedTest
  @CsvSource({", '. Try again later.'", "7, ', and it asks to wait 7 s. Try again after that.'"})
  void tooManyRequestsSayWhenToTryAgain(@Nullable Long retryAfter, String advice) {
    RateLimitException error =
        new RateLimitException(facts(Outcome.REFUSED, true), response(429, retryAfter));

    assertThat(error)
        .hasMessage("payments.test: the server responded with 429; too many requests%s", advice);
    assertThat(error.retryAfter())
        .isEqualTo(retryAfter == null ? null : Duration.ofSeconds(retryAfter));
  }

  @ParameterizedTest
  @CsvSource({
    "order-17, 'Look it up, or call again with the idempotency key order-17.'",
    ", Look it up before doing it again."
  })
  void anUnknownOutcomeNamesTheKeyAndItsReason(@Nullable String key, String advice) {
    CallFacts facts = facts(Outcome.UNKNOWN, key != null);
    ServerException reason = new ServerException(facts, response(503, null));

    OutcomeUnknownException error = new OutcomeUnknownException(facts, key, reason);

    assertThat(error)
        .hasMessageStartingWith(
            "payments.test: it may have been done. %s "
                + "Because of: the server responded with 503; it failed or is unavailable",
            advice)
        .hasCause(reason);
    assertThat(error.idempotencyKey()).isEqualTo(key);
  }

  @ParameterizedTest
  @CsvSource({
    "true, came before. Answer with status 200 and do nothing.",
    "false, is being handled. Answer with status 409 to get it again."
  })
  void aWebhookThatCameBeforeSaysWhichStatusToReturn(boolean handled, String advice) {
    WebhookReplayedException error = new WebhookReplayedException("evt_1", handled);

    assertThat(error).hasMessage("webhook: the event evt_1 " + advice);
    assertThat(error.handled()).isEqualTo(handled);
    assertThat(error.eventId()).isEqualTo("evt_1");
  }

  @ParameterizedTest
  @CsvSource({
    "amount, it refused amount",
    ", it refused the request",
    "a b, it refused the request"
  })
  void aRefusalNamesTheFieldIfItIsAName(@Nullable String field, String sentence) {
    ErrorDetail detail = ErrorDetail.builder().field(field == null ? "" : field).build();
    ErrorResponse response =
        new ErrorResponse(
            400, "VAL001", "words", List.of(detail), Map.of("via", List.of("a")), null);

    ValidationException error = new ValidationException(facts(Outcome.REFUSED, false), response);

    assertThat(error)
        .hasMessage(
            "payments.test: the server responded with 400 VAL001; %s. "
                + "Correct it, as details() says, and send it again.",
            sentence);
    assertThat(error.code()).isEqualTo("VAL001");
    assertThat(error.serverMessage()).isEqualTo("words");
    assertThat(error.details()).containsExactly(detail);
    assertThat(error.headers()).containsOnly(Map.entry("via", List.of("a")));
  }

  @Test
  void theTrailerNamesTheAttemptsAndTheRequest() {
    CallFacts facts =
        new CallFacts("payments.test", Outcome.REFUSED, true, 2, Duration.ZERO, "req_1");

    RateLimitException error = new RateLimitException(facts, response(429, null));

    assertThat(error.operation()).isEqualTo("payments.test");
    assertThat(error.attempts()).isEqualTo(2);
    assertThat(error.requestId()).isEqualTo("req_1");
    assertThat(error).hasMessageEndingWith(". Try again later. Tried 2 times. Request req_1.");
  }
}
