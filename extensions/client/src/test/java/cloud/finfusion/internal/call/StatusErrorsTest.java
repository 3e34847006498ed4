package cloud.finfusion.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.error.ApiException;
import cloud.finfusion.error.CallFacts;
import cloud.finfusion.error.ErrorResponse;
import cloud.finfusion.error.Outcome;
import cloud.finfusion.model.ErrorDetail;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The status decides the type of the error, and what it advises. */
class StatusErrorsTest {
  private static ApiException error(CallContext context, int status, ErrorDetail... details) {
    ErrorResponse response =
        new ErrorResponse(status, null, null, List.of(details), Map.of(), null);
    return StatusErrors.of(
        context.idempotencyKey() != null,
        new CallFacts("payments.test", Outcome.NOT_SENT, false, 0, Duration.ZERO, null),
        response);
  }

  private static String type(ApiException error) {
    return error.getClass().getSimpleName();
  }

  @ParameterizedTest
  @CsvSource({
    "300, ApiException",
    "400, ValidationException",
    "401, AuthenticationException",
    "402, PaymentDeclinedException",
    "403, PermissionException",
    "404, NotFoundException",
    "405, ApiException",
    "408, ApiException",
    "409, ConflictException",
    "410, ApiException",
    "429, RateLimitException",
    "499, ApiException",
    "500, ServerException",
    "501, ServerException",
    "599, ServerException"
  })
  void theTypeOf(int status, String type) {
    ApiException error = error(Contexts.create(), status);

    assertThat(type(error)).isEqualTo(type);
    assertThat(error.status()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({
    "302, 'redirects are not followed, they could carry the key elsewhere. Check the base URL.'",
    "399, 'redirects are not followed, they could carry the key elsewhere. Check the base URL.'",
    "407, the server asks for a login as a proxy would. Check the base URL and the proxy.",
    "406, the request cannot be served as it is. Check it against the documentation.",
    "418, the request cannot be served as it is. Check it against the documentation."
  })
  void theAdviceOfAStatusWithoutATypeOfItsOwn(int status, String advice) {
    assertThat(error(Contexts.read(), status))
        .hasMessage("payments.test: the server responded with " + status + "; " + advice);
  }

  @ParameterizedTest(name = "a key: {0}, a field named: {1} is a {2}")
  @CsvSource({
    "true, false, IdempotencyConflictException",
    "true, true, ValidationException",
    "false, false, ValidationException",
    "false, true, ValidationException"
  })
  void a422IsAReusedKeyIfThereIsAKeyAndNoFieldIsNamed(boolean keyed, boolean field, String type) {
    CallContext context = keyed ? Contexts.create() : Contexts.unkeyed();
    ErrorDetail amount = ErrorDetail.builder().field("amount").build();

    assertThat(type(field ? error(context, 422, amount) : error(context, 422))).isEqualTo(type);
  }
}
