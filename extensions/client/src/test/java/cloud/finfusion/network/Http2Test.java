package cloud.finfusion.network;

import static cloud.finfusion.testing.FakeServer.json;
import static cloud.finfusion.testing.FakeServer.response;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cloud.finfusion.FinFusion;
import cloud.finfusion.call.CallOptions;
import cloud.finfusion.error.ConnectionException;
import cloud.finfusion.error.OutcomeUnknownException;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.RecordingListener;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.TestCa;
import cloud.finfusion.testing.TestClients;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A server that refuses a request before it looks at it, in the words of HTTP/2. */
class Http2Test {
  private static final int REFUSED_STREAM = 7; // RFC 9113, section 7

  private static final TestCa AUTHORITY = new TestCa();

  @AutoClose
  private final FakeServer server =
      new FakeServer(plain -> plain.useHttps(AUTHORITY.server("localhost").sslSocketFactory()));

  private final RecordingListener listener = new RecordingListener();

  @AutoClose
  private final FinFusion client =
      TestClients.of(server).network(AUTHORITY.trusted()).listener(listener).build();

  @ParameterizedTest
  @EnumSource
  @DisplayName("C038 REFUSED_STREAM: sent again, done once")
  void aRefusedStream(BlockingOrAsync mode) {
    server.responds(refused(), json(Samples.PAYMENT));

    assertThat(new Calls(client, mode).pay().id()).isEqualTo("pay_1");

    assertThat(listener.attempts()).extracting("status").startsWith(0).endsWith(200);
    assertThat(server.headers("Idempotency-Key")).filteredOn(Objects::nonNull).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C038 GOAWAY after a response: the next payment takes another connection, done once")
  void goAway(BlockingOrAsync mode) {
    server.responds(
        response(200, Samples.PAYMENT)
            .onResponseEnd(SocketEffect.ShutdownConnection.INSTANCE)
            .build(),
        json(Samples.PAYMENT));
    Calls calls = new Calls(client, mode);

    calls.pay();
    calls.pay();

    // the second may start before the frame is read: then it is sent again, under its own key
    assertThat(server.requests()).allMatch(each -> each.getVersion().equals("HTTP/2"));
    List<@Nullable String> keys = server.headers("Idempotency-Key");
    assertThat(keys).doesNotContainNull();
    assertThat(new HashSet<>(keys)).hasSize(2);
    assertThat(keys.subList(1, keys.size())).hasSizeLessThan(3).doesNotContain(keys.get(0));
  }

  /** OkHttp does not tell in its API why a stream ended, so the safe reading of it counts. */
  @ParameterizedTest
  @EnumSource
  @DisplayName("C038 of a write without a key: sent once, its outcome is unknown")
  void withoutAKey(BlockingOrAsync mode) {
    server.responds(refused());

    assertThat(
            catchThrowableOfType(
                OutcomeUnknownException.class,
                () -> new Calls(client, mode).token(CallOptions.none())))
        .hasCauseInstanceOf(ConnectionException.class);
    assertThat(listener.attempts()).hasSize(1);
  }

  private static MockResponse refused() {
    return new MockResponse.Builder()
        .onRequestStart(new SocketEffect.CloseStream(REFUSED_STREAM))
        .build();
  }
}
