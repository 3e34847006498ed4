package cloud.finfusion.retry;

import static cloud.finfusion.testing.FakeServer.dropped;
import static cloud.finfusion.testing.FakeServer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cloud.finfusion.FinFusion;
import cloud.finfusion.call.CallOptions;
import cloud.finfusion.error.AuthenticationException;
import cloud.finfusion.error.ConfigurationException;
import cloud.finfusion.error.ConnectionException;
import cloud.finfusion.error.Outcome;
import cloud.finfusion.error.OutcomeUnknownException;
import cloud.finfusion.error.PaymentDeclinedException;
import cloud.finfusion.error.RateLimitException;
import cloud.finfusion.metrics.CallListener;
import cloud.finfusion.metrics.RetryRecord;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.TestClients;
import java.net.ConnectException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Once an attempt may have been done, a refusal of a later one does not say that it was not. */
class UnknownOutcomeTest {
  private static final CallOptions KEYED = CallOptions.builder().idempotencyKey("order-17").build();

  @AutoClose private final FakeServer server = new FakeServer();

  @ParameterizedTest
  @EnumSource
  void refusedForTheKeyOrTheRate(BlockingOrAsync mode) {
    try (Calls calls = new Calls(TestClients.of(server).build(), mode)) {
      server.responds(dropped(), status(401));
      assertThat(unknown(calls)).hasCauseInstanceOf(AuthenticationException.class);
      server.responds(dropped(), status(429));
      assertThat(unknown(calls)).hasCauseInstanceOf(RateLimitException.class);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aCredentialThatFailsLater(BlockingOrAsync mode) {
    AtomicInteger asked = new AtomicInteger();
    server.responds(dropped());
    FinFusion.Builder failing =
        TestClients.of(server)
            .credential(
                () -> {
                  if (asked.incrementAndGet() > 2) { // build() asks too, for the environment
                    throw new IllegalStateException("CANARY");
                  }
                  return Samples.KEY;
                });
    try (Calls calls = new Calls(failing.build(), mode)) {
      OutcomeUnknownException error = unknown(calls);

      assertThat(error).hasCauseInstanceOf(ConfigurationException.class);
      assertThat(error.getMessage()).doesNotContain("CANARY");
      assertThat(server.requests()).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C011 C012 no connection later: it may have been done all the same")
  void noConnectionLater(BlockingOrAsync mode) {
    server.responds(dropped());
    CallListener unplugging =
        new CallListener() {
          @Override
          public void retryScheduled(RetryRecord retry) {
            server.refuseConnections();
          }
        };
    try (Calls calls = new Calls(TestClients.of(server).listener(unplugging).build(), mode)) {
      assertThat(unknown(calls))
          .hasCauseInstanceOf(ConnectionException.class)
          .hasRootCauseInstanceOf(ConnectException.class)
          .hasMessageNotContaining("Nothing was sent")
          .hasMessageEndingWith("Tried 4 times.");
    }
  }

  @ParameterizedTest
  @EnumSource
  void theWholeSentence(BlockingOrAsync mode) {
    server.responds(dropped());
    try (Calls calls = new Calls(TestClients.of(server).retries(1).build(), mode)) {
      assertThat(unknown(calls))
          .hasMessage(
              "payments.create: it may have been done. Look it up, or call again with the "
                  + "idempotency key order-17. Because of: the connection to localhost broke or timed "
                  + "out before the response was complete. Try again. Tried 2 times.");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRefusalOfTheOperationItselfIsDefinite(BlockingOrAsync mode) {
    server.responds(
        dropped(),
        FakeServer.response(402, "{\"error\":{\"code\":\"PAY001\",\"message\":\"declined\"}}")
            .build());
    try (Calls calls = new Calls(TestClients.of(server).build(), mode)) {
      assertThat(
              catchThrowableOfType(
                  PaymentDeclinedException.class, () -> calls.pay(Samples.payment(), KEYED)))
          .isNotNull();
    }
  }

  private static OutcomeUnknownException unknown(Calls calls) {
    OutcomeUnknownException error =
        catchThrowableOfType(
            OutcomeUnknownException.class, () -> calls.pay(Samples.payment(), KEYED));
    assertThat(error.idempotencyKey()).isEqualTo("order-17");
    assertThat(error.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(error.retryable()).isTrue();
    return error;
  }
}
