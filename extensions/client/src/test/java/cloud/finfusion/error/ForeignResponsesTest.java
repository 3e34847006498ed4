package cloud.finfusion.error;

import static cloud.finfusion.testing.SocketServer.response;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cloud.finfusion.FinFusion;
import cloud.finfusion.TestOptions;
import cloud.finfusion.call.CallOptions;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.FakeTime;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.SocketServer;
import cloud.finfusion.testing.TestCa;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Bytes on a kept connection that nobody asked for are never taken for a response. */
@Timeout(30)
class ForeignResponsesTest {
  private static final TestCa AUTHORITY = new TestCa();
  private static final String OWN = response(200, Samples.PAYMENT);
  private static final String FOREIGN = response(200, Samples.PAYMENT.replace("pay_1", "pay_9"));
  private static final String TOKEN = response(200, Samples.TOKEN);

  private static SocketServer server(boolean secure, SocketServer.Handler handler) {
    return secure ? SocketServer.secure(AUTHORITY, handler) : SocketServer.plain(handler);
  }

  private static Calls calls(SocketServer server, BlockingOrAsync mode) {
    FinFusion.Builder client =
        TestOptions.time(
                FinFusion.builder().apiKey(Samples.KEY).baseUrl(server.uri()), FakeTime.standing())
            .network(AUTHORITY.trusted())
            .retries(0);
    return new Calls(client.build(), mode);
  }

  static Stream<Arguments> withTheFirst() {
    int half = FOREIGN.length() / 2;
    return Stream.of(BlockingOrAsync.values())
        .flatMap(
            mode ->
                Stream.of(
                    Arguments.of("a second response", mode, false, FOREIGN, ""),
                    Arguments.of("a second response", mode, true, FOREIGN, ""),
                    Arguments.of("an error", mode, true, response(402, "{}"), ""),
                    Arguments.of("a line break", mode, false, "\r\n", ""),
                    Arguments.of("a line break", mode, true, "\r\n", ""),
                    Arguments.of(
                        "a long response", mode, true, response(200, " ".repeat(99_999)), ""),
                    Arguments.of(
                        "a response in two parts",
                        mode,
                        false,
                        FOREIGN.substring(0, half),
                        FOREIGN.substring(half)),
                    Arguments.of(
                        "half a head",
                        mode,
                        false,
                        FOREIGN.substring(0, 12),
                        FOREIGN.substring(12))));
  }

  @ParameterizedTest(name = "B5 {0} in the same write, {1}, TLS {2}: the next call gets its own")
  @MethodSource("withTheFirst")
  void inTheSameWrite(String name, BlockingOrAsync mode, boolean secure, String more, String rest)
      throws Exception {
    SocketServer.Handler handler =
        (connection, request) -> {
          boolean first = connection.number() == 1;
          connection.write(first && request == 1 ? OWN + more : first ? rest + OWN : OWN);
        };
    try (SocketServer server = server(secure, handler);
        Calls calls = calls(server, mode)) {
      assertThat(calls.pay().id()).isEqualTo("pay_1");
      assertThat(calls.pay().id()).isEqualTo("pay_1");
      assertThat(calls.payment("pay_1").id()).isEqualTo("pay_1");

      assertThat(server.connections()).hasSize(2);
    }
  }

  @ParameterizedTest(name = "B5 {2} while it is idle, {0}, TLS {1}: the connection is not reused")
  @CsvSource({
    "BLOCKING, false, response", "BLOCKING, true, response", "BLOCKING, false, x",
    "ASYNC, false, response", "ASYNC, true, response", "ASYNC, false, x"
  })
  void whileIdle(BlockingOrAsync mode, boolean secure, String unasked) throws Exception {
    try (SocketServer server = server(secure, (connection, request) -> connection.write(OWN));
        Calls calls = calls(server, mode)) {
      calls.pay();
      server.connections().get(0).write(unasked.equals("response") ? FOREIGN : unasked);

      assertThat(calls.pay().id()).isEqualTo("pay_1");
      assertThat(calls.payment("pay_1").id()).isEqualTo("pay_1");

      assertThat(server.requests()).containsExactly(1, 2);
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("B5 a write without a key is not sent on a connection that holds unread bytes")
  void aWriteWithoutAKey(BlockingOrAsync mode) throws Exception {
    try (SocketServer server = server(true, (connection, request) -> connection.write(TOKEN));
        Calls calls = calls(server, mode)) {
      calls.token(CallOptions.none());
      server.connections().get(0).write(TOKEN);
      calls.token(CallOptions.none());

      assertThat(server.requests()).containsExactly(1, 1);
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("B5 a write without a key that met another's response: sent once, unknown")
  void aWriteWithoutAKeyThatWasSent(BlockingOrAsync mode) throws Exception {
    try (SocketServer server =
            server(true, (connection, request) -> connection.write(TOKEN + TOKEN));
        Calls calls = calls(server, mode)) {
      calls.token(CallOptions.none());

      assertThat(
              catchThrowableOfType(
                  OutcomeUnknownException.class, () -> calls.token(CallOptions.none())))
          .hasCauseInstanceOf(ConnectionException.class);
      calls.token(CallOptions.none());

      assertThat(server.connections()).hasSize(2);
    }
  }

  @ParameterizedTest(name = "B5 Content-Length {1}: no response, {0}")
  @CsvSource({
    "BLOCKING, '2|3'", "BLOCKING, '2, 3'", "BLOCKING, '2, 2'", "BLOCKING, +2", "BLOCKING, -5",
    "ASYNC, '2|3'", "ASYNC, '2, 3'", "ASYNC, '2, 2'", "ASYNC, +2", "ASYNC, 0x2"
  })
  void lengthsThatCannotBeMeant(BlockingOrAsync mode, String lengths) throws Exception {
    String headers = "Content-Length: " + lengths.replace("|", "\r\nContent-Length: ");
    String response = "HTTP/1.1 200 OK\r\n" + headers + "\r\n\r\n{}x";
    try (SocketServer server = server(false, (connection, request) -> connection.write(response));
        Calls calls = calls(server, mode)) {
      for (int i = 1; i <= 2; i++) {
        assertThat(catchThrowableOfType(ConnectionException.class, () -> calls.payment("pay_1")))
            .hasMessageContaining(" broke ");
      }

      assertThat(server.requests()).containsExactly(1, 1);
    }
  }
}
