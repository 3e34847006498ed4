package cloud.finfusion.error;

import static cloud.finfusion.testing.FakeServer.json;
import static cloud.finfusion.testing.FakeServer.response;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cloud.finfusion.FinFusion;
import cloud.finfusion.call.CallOptions;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.TestClients;
import java.util.Arrays;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import okio.Buffer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A success that is not what the specification promises is no success. */
class UndecodableResponsesTest {
  @AutoClose private final FakeServer server = new FakeServer();
  @AutoClose private final FinFusion client = TestClients.of(server).build();

  static Stream<Arguments> responses() {
    return Stream.of(BlockingOrAsync.values())
        .flatMap(
            mode ->
                Stream.of(
                    Arguments.of(mode, "<html>log in</html>", 200, "$", "expected JSON"),
                    Arguments.of(mode, "{\"id\":\"cust_1\"", 200, "$.id", "expected JSON"),
                    Arguments.of(mode, "{\"id\":\"cust_1\"}{}", 200, "$", "expected JSON"),
                    Arguments.of(mode, "{\"email\":\"a@b.c\"}", 200, "$.id", "got none"),
                    Arguments.of(mode, "{\"id\":17}", 200, "$.id", "expected a text"),
                    Arguments.of(mode, "{\"id\":\"a\",\"id\":\"b\"}", 200, "$.id", "twice"),
                    Arguments.of(mode, "[]", 200, "$", "expected an object, got an array"),
                    Arguments.of(mode, "null", 200, "$", "got null"),
                    Arguments.of(mode, "", 200, "$", "expected a body, got none"),
                    Arguments.of(mode, "  ", 200, "$", "expected"),
                    Arguments.of(mode, "", 204, "$", "expected a body, got none")));
  }

  @ParameterizedTest
  @MethodSource("responses")
  @DisplayName("C059 C061 a response that cannot be read: one request, the place and what came")
  void aReadSaysWhereAndWhat(
      BlockingOrAsync mode, String body, int status, String path, String problem) {
    server.responds(response(status, body).addHeader("X-Request-Id", "req_1").build());

    InvalidResponseException error =
        catchThrowableOfType(
            InvalidResponseException.class, () -> new Calls(client, mode).customer("cust_1"));

    assertThat(error)
        .hasMessageStartingWith("customers.retrieve: the response cannot be read at $")
        .hasMessageContaining(problem)
        .hasMessageEndingWith(". Check the base URL, or regenerate the SDK. Request req_1.");
    assertThat(error.getMessage()).doesNotContain("cust_1", "log in", "a@b.c", "\n");
    assertThat(error.path()).startsWith(path);
    assertThat(error.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(server.requests()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void theWholeSentence(BlockingOrAsync mode) {
    server.responds(json("{\"id\":17}"));

    InvalidResponseException error =
        catchThrowableOfType(
            InvalidResponseException.class, () -> new Calls(client, mode).customer("cust_1"));

    assertThat(error)
        .hasMessage(
            "customers.retrieve: the response cannot be read at $.id: expected a text, "
                + "got another number. Check the base URL, or regenerate the SDK.");
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C061 of a write: it may have been done, and the key is at hand")
  void aWriteMayHaveBeenDone(BlockingOrAsync mode) {
    server.responds(json("<html>log in</html>"));
    CallOptions options = CallOptions.builder().idempotencyKey("order-17").build();

    OutcomeUnknownException error =
        catchThrowableOfType(
            OutcomeUnknownException.class,
            () -> new Calls(client, mode).pay(Samples.payment(), options));

    assertThat(error.idempotencyKey()).isEqualTo("order-17");
    assertThat(error).hasCauseInstanceOf(InvalidResponseException.class);
    assertThat(error.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(server.requests()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C070 a byte order mark before the JSON is skipped")
  void aByteOrderMark(BlockingOrAsync mode) {
    server.responds(json("\uFEFF" + Samples.CUSTOMER));

    assertThat(new Calls(client, mode).customer("cust_1").id()).isEqualTo("cust_1");
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C059 204 that carries a body is no response either")
  void noContentWithContent(BlockingOrAsync mode) {
    MockResponse odd = response(204, "").setHeader("Content-Length", 4).body("null").build();
    server.responds(odd);

    assertThat(
            catchThrowableOfType(
                FinFusionException.class, () -> new Calls(client, mode).customer("cust_1")))
        .hasMessageStartingWith("customers.retrieve: ");
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C058 an encoding that nobody asked for is not read as JSON")
  void anUnknownEncoding(BlockingOrAsync mode) {
    byte[] brotli = new byte[64];
    Arrays.fill(brotli, (byte) 0xCE);
    server.responds(
        response(200, "")
            .addHeader("Content-Encoding", "br")
            .body(new Buffer().write(brotli))
            .build());

    assertThat(
            catchThrowableOfType(
                InvalidResponseException.class, () -> new Calls(client, mode).customer("cust_1")))
        .isNotNull();
  }
}
