package cloud.finfusion.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cloud.finfusion.call.CallOptions;
import cloud.finfusion.error.FinFusionException;
import cloud.finfusion.error.Outcome;
import cloud.finfusion.error.OutcomeUnknownException;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.TestClients;
import java.time.Duration;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A write without an idempotency key is never made twice while it may have been done. */
class UnkeyedWritesTest {
  @AutoClose private final FakeServer server = new FakeServer();

  static Stream<Arguments> ambiguous() {
    return Stream.of(BlockingOrAsync.values())
        .flatMap(
            mode ->
                Stream.of(
                    Arguments.of(mode, "500", FakeServer.status(500)),
                    Arguments.of(mode, "408", FakeServer.status(408)),
                    Arguments.of(mode, "503", FakeServer.status(503)),
                    Arguments.of(mode, "dropped", FakeServer.dropped())));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("ambiguous")
  @DisplayName("C004 C011 exactly one request, and the outcome is unknown, without a key")
  void oneRequest(BlockingOrAsync mode, String name, MockResponse response) {
    server.responds(response);
    try (Calls calls = new Calls(TestClients.of(server).build(), mode)) {
      OutcomeUnknownException error =
          catchThrowableOfType(
              OutcomeUnknownException.class, () -> calls.token(CallOptions.none()));

      assertThat(error)
          .hasMessageStartingWith(
              "tokens.create: it may have been done. Look it up before doing it again. Because of: ")
          .hasMessageNotContaining("Try again")
          .hasCauseInstanceOf(FinFusionException.class);
      assertThat(error.idempotencyKey()).isNull();
      assertThat(error.retryable()).isFalse();
      assertThat(error.outcome()).isEqualTo(Outcome.UNKNOWN);
      assertThat(server.requests()).hasSize(1);
      assertThat(server.headers("Idempotency-Key")).containsOnlyNulls();
      assertThat(server.headers("Authorization")).containsOnlyNulls();
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C013 no response within the timeout: exactly one request, the outcome is unknown")
  void noResponseInTime(BlockingOrAsync mode) {
    server.responds(FakeServer.silence());
    CallOptions options = CallOptions.builder().timeout(Duration.ofSeconds(2)).build();
    try (Calls calls = new Calls(TestClients.of(server).build(), mode)) {
      assertThat(catchThrowableOfType(OutcomeUnknownException.class, () -> calls.token(options)))
          .isNotNull();
      assertThat(server.requests()).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C004 refused before it was done, 429 or 503 with Retry-After: sent again")
  void refusedIsSentAgain(BlockingOrAsync mode) {
    server.responds(
        FakeServer.status(429),
        FakeServer.status(503, "Retry-After", "2"),
        FakeServer.json(Samples.TOKEN));
    try (Calls calls = new Calls(TestClients.of(server).build(), mode)) {
      assertThat(calls.token(CallOptions.none()).accessToken()).isEqualTo("tok_1");
      assertThat(server.requests()).hasSize(3);
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName(
      "C009 with a key, a response that takes too long is asked for again with the same key")
  void aKeyedWriteIsSentAgain(BlockingOrAsync mode) {
    server.responds(FakeServer.silence(), FakeServer.json(Samples.PAYMENT));
    CallOptions options = CallOptions.builder().timeout(Duration.ofSeconds(2)).build();
    try (Calls calls = new Calls(TestClients.of(server).build(), mode)) {
      calls.pay(Samples.payment(), options);

      assertThat(server.headers("Idempotency-Key")).hasSize(2).doesNotContainNull();
      assertThat(server.headers("Idempotency-Key").stream().distinct()).hasSize(1);
    }
  }
}
