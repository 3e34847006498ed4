package cloud.finfusion.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.error.Outcome;
import cloud.finfusion.metrics.CallRecord.Result;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What counts as an error of the integration. */
class CallRecordTest {
  @ParameterizedTest
  @CsvSource({
    "DONE, 200, 1, , SUCCESS, success",
    "DONE, 0, 0, , CACHED, cached",
    "REFUSED, 402, 1, PaymentDeclinedException, BUSINESS_REFUSAL, business_refusal",
    "REFUSED, 404, 1, NotFoundException, BUSINESS_REFUSAL, business_refusal",
    "REFUSED, 404, 0, NotFoundException, BUSINESS_REFUSAL, business_refusal",
    "REFUSED, 422, 2, ValidationException, BUSINESS_REFUSAL, business_refusal",
    "UNKNOWN, 404, 2, NotFoundException, ERROR, error",
    "REFUSED, 400, 1, ValidationException, ERROR, error",
    "REFUSED, 401, 1, AuthenticationException, ERROR, error",
    "REFUSED, 409, 1, ConflictException, ERROR, error",
    "REFUSED, 429, 4, RateLimitException, ERROR, error",
    "UNKNOWN, 500, 4, ServerException, ERROR, error",
    "NOT_SENT, 0, 4, ConnectionException, ERROR, error",
    "NOT_SENT, 0, 0, LimitReachedException, ERROR, error",
    "NOT_SENT, 0, 0, CallCancelledException, CANCELLED, cancelled",
    "UNKNOWN, 503, 2, CallCancelledException, CANCELLED, cancelled",
  })
  void aCallEndsInOneOfFiveWays(
      Outcome outcome,
      int status,
      int attempts,
      @Nullable String error,
      Result result,
      String tag) {
    CallRecord call =
        new CallRecord(
            "payments.retrieve",
            outcome,
            status,
            attempts,
            Duration.ZERO,
            error,
            null,
            new CallAttributes());

    assertThat(call.result()).isEqualTo(result);
    assertThat(call.result().tag()).isEqualTo(tag);
  }
}
