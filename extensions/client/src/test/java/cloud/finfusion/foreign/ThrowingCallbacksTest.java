package cloud.finfusion.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.FinFusion;
import cloud.finfusion.auth.Environment;
import cloud.finfusion.call.CallOptions;
import cloud.finfusion.metrics.CallRecord;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.RecordingListener;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.TestClients;
import cloud.finfusion.testing.Thrower;
import cloud.finfusion.testing.Thrown;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A payment is sent once and notified once, whatever listeners and callbacks throw. */
class ThrowingCallbacksTest {
  @AutoClose private final FakeServer server = new FakeServer();
  private final RecordingListener listener = new RecordingListener();

  @ParameterizedTest
  @ValueSource(
      strings = {"callStarted", "callEnded", "attemptStarted", "attemptEnded", "retryScheduled"})
  @DisplayName("A3 listeners and onResponse that throw: the payment, each once")
  void aPayment(String method) {
    for (BlockingOrAsync mode : BlockingOrAsync.values()) {
      for (Thrown kind : Thrown.values()) {
        server.responds(FakeServer.status(503), FakeServer.json(Samples.PAYMENT));
        pays(new ThrowingListener(method, armed(kind)), kind, mode);
      }
    }
    int payments = 2 * Thrown.values().length;
    assertThat(server.requests()).hasSize(2 * payments);
    assertThat(listener.calls()).hasSize(payments);
    assertThat(listener.calls()).extracting(CallRecord::attempts).containsOnly(2);
  }

  private static Thrower armed(Thrown kind) {
    Thrower thrower = new Thrower(kind);
    thrower.arm(true);
    return thrower;
  }

  private void pays(ThrowingListener throwing, Thrown kind, BlockingOrAsync mode) {
    CallOptions options =
        CallOptions.builder()
            .onResponse(
                info -> {
                  throw kind.now();
                })
            .build();
    FinFusion.Builder client = TestClients.of(server).listener(throwing).listener(listener);
    try (Calls calls = new Calls(client.build(), mode)) {
      assertThat(calls.pay(Samples.payment(), options).id()).isEqualTo("pay_1");
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("A3 a credential that throws when it is told of a 401: that error, sent once")
  void aRefusal(Thrown kind) {
    for (BlockingOrAsync mode : BlockingOrAsync.values()) {
      server.responds(FakeServer.status(401));
      FinFusion.Builder client =
          TestClients.of(server)
              .environment(Environment.SANDBOX)
              .credential(new ThrowingCredential("refused", armed(kind)));
      try (Calls calls = new Calls(client.build(), mode)) {
        assertThat(ForeignCall.end(calls::pay, new Thrower(null)))
            .isEqualTo("AuthenticationException refused");
      }
    }
    assertThat(server.requests()).hasSize(2);
  }
}
