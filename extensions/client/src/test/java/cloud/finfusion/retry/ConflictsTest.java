package cloud.finfusion.retry;

import static cloud.finfusion.testing.FakeServer.dropped;
import static cloud.finfusion.testing.FakeServer.response;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cloud.finfusion.FinFusion;
import cloud.finfusion.call.CallOptions;
import cloud.finfusion.error.ConflictException;
import cloud.finfusion.error.Outcome;
import cloud.finfusion.error.OutcomeUnknownException;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.TestClients;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A 409 is read as "in progress" unless the API says that the resource's state is the reason. */
class ConflictsTest {
  private static final String CAPTURED = "The payment was captured already";

  @AutoClose private final FakeServer server = new FakeServer();
  @AutoClose private final FinFusion client = TestClients.of(server).retries(2).build();

  private static String error(String code, String message) {
    return "{\"error\":{\"code\":\"" + code + "\",\"message\":\"" + message + "\"}}";
  }

  private static MockResponse conflict(String body) {
    return response(409, body).build();
  }

  @ParameterizedTest(name = "B4 409 {1}, {2}: refused, once, {0}")
  @CsvSource({
    "BLOCKING, VAL002, " + CAPTURED,
    "BLOCKING, PAYMENT_ALREADY_CAPTURED, ''",
    "BLOCKING, PAY009, Refunded in full",
    "ASYNC, VAL002, " + CAPTURED,
    "ASYNC, invalid_state, The amount is more than was taken"
  })
  void ofAState(BlockingOrAsync mode, String code, String message) {
    server.responds(conflict(error(code, message)));

    ConflictException error =
        catchThrowableOfType(
            ConflictException.class,
            () -> new Calls(client, mode).capture("pay_1", CallOptions.none()));

    assertThat(error.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(error.code()).isEqualTo(code);
    assertThat(error.retryable()).isFalse();
    assertThat(server.requests()).hasSize(1);
  }

  @ParameterizedTest(name = "B4 409 {1}, {2}: in progress, asked again, unknown, {0}")
  @CsvSource({
    "BLOCKING, VAL001, A request with this idempotency key is in progress",
    "BLOCKING, VAL001, " + CAPTURED,
    "BLOCKING, RATE002, Too many at once",
    "BLOCKING, IDEMPOTENCY_KEY_IN_USE, ''",
    "BLOCKING, PAY009, Another request is being processed",
    "BLOCKING, concurrent_request, ''",
    "ASYNC, PAY009, The resource is locked",
    "ASYNC, CONFLICT, The first request is still running",
    "ASYNC, REQUEST_IN_PROGRESS, ''",
    "ASYNC, PAY009, Try again"
  })
  void inProgress(BlockingOrAsync mode, String code, String message) {
    server.responds(conflict(error(code, message)));

    isUnknown(mode, 3);
  }

  @ParameterizedTest(name = "B4 409 of {1}: in progress, asked again, unknown, {0}")
  @CsvSource({
    "BLOCKING, ''",
    "BLOCKING, <html>Conflict</html>",
    "BLOCKING, '{\"code\":\"VAL002\"}'",
    "ASYNC, '{\"error\":\"conflict\"}'",
    "ASYNC, '{\"error\":{\"message\":\"captured\"}}'"
  })
  void withoutACodeOfTheApi(BlockingOrAsync mode, String body) {
    server.responds(conflict(body));

    isUnknown(mode, 3);
  }

  @ParameterizedTest(name = "B4 a state conflict that asks to wait is asked again, {0}")
  @EnumSource
  void thatAsksToWait(BlockingOrAsync mode) {
    server.responds(response(409, error("VAL002", CAPTURED)).addHeader("Retry-After", "1").build());

    isUnknown(mode, 3);
  }

  @ParameterizedTest(name = "B4 a state conflict after a lost response proves nothing, {0}")
  @EnumSource
  void afterALostResponse(BlockingOrAsync mode) {
    server.responds(dropped(), conflict(error("VAL002", CAPTURED)));

    isUnknown(mode, 2);
  }

  private void isUnknown(BlockingOrAsync mode, int requests) {
    assertThat(
            catchThrowableOfType(
                OutcomeUnknownException.class,
                () -> new Calls(client, mode).capture("pay_1", CallOptions.none())))
        .hasCauseInstanceOf(ConflictException.class);
    assertThat(server.requests()).hasSize(requests);
    assertThat(server.headers("Idempotency-Key").stream().distinct()).hasSize(1);
  }
}
