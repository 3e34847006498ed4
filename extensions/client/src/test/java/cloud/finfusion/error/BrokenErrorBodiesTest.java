package cloud.finfusion.error;

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
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A status that came counts, though its body cannot be read. */
@Timeout(30)
class BrokenErrorBodiesTest {
  private static final int LIMIT = 1000;
  private static final CallOptions BRIEF =
      CallOptions.builder().timeout(Duration.ofMillis(1200)).build();

  /** What follows the status line, and whether the connection is closed after it. */
  private enum ErrorBody {
    CHUNKS_THAT_END_EARLY("Transfer-Encoding: chunked\r\n\r\n5\r\n{\"err", true),
    CHUNK_OF_NO_LENGTH("Transfer-Encoding: chunked\r\n\r\nzz\r\n{}", false),
    FEWER_BYTES_THAN_NAMED("Content-Length: 90\r\n\r\n{\"error\"", true),
    MORE_THAN_THE_LIMIT("Content-Length: 2000\r\n\r\n" + "x".repeat(2000), false),
    GZIP_THAT_IS_NONE("Content-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}", false),
    GZIP_OF_NOTHING("Content-Encoding: gzip\r\nContent-Length: 0\r\n\r\n", false),
    NEVER_ENDING("Content-Length: 90\r\n\r\n{\"error\"", false);

    private final String text;
    private final boolean closes;

    ErrorBody(String text, boolean closes) {
      this.text = text;
      this.closes = closes;
    }
  }

  private static SocketServer server(int status, String headers, ErrorBody body) {
    return SocketServer.plain(
        (connection, request) -> {
          connection.write("HTTP/1.1 " + status + " Status\r\n" + headers + body.text);
          if (body.closes) {
            connection.close();
          }
        });
  }

  private static Calls calls(SocketServer server, BlockingOrAsync mode) {
    FinFusion.Builder client =
        TestOptions.time(
            FinFusion.builder().apiKey(Samples.KEY).baseUrl(server.uri()).maxResponseBytes(LIMIT),
            FakeTime.flowing());
    return new Calls(client.build(), mode);
  }

  static Stream<Arguments> bodies() {
    return Stream.of(BlockingOrAsync.values())
        .flatMap(mode -> Stream.of(ErrorBody.values()).map(body -> Arguments.of(mode, body)));
  }

  @ParameterizedTest(name = "B2 {1}: the status''s error, at once, {0}")
  @MethodSource("bodies")
  void theStatusCounts(BlockingOrAsync mode, ErrorBody body) throws Exception {
    try (SocketServer invalid = server(400, "", body);
        SocketServer declined = server(402, "", body)) {
      ValidationException refused = refused(ValidationException.class, invalid, mode);
      refused(PaymentDeclinedException.class, declined, mode);

      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.code()).isNull();
    }
  }

  private static <E extends ApiException> E refused(
      Class<E> type, SocketServer server, BlockingOrAsync mode) {
    try (Calls calls = calls(server, mode)) {
      E error = catchThrowableOfType(type, () -> calls.pay(Samples.payment(), BRIEF));

      assertThat(error.outcome()).isEqualTo(Outcome.REFUSED);
      assertThat(error.attempts()).isEqualTo(1);
      assertThat(server.requests()).containsExactly(1);
      return error;
    }
  }

  @ParameterizedTest(name = "B2 {1} after a 429: its Retry-After counts, {0}")
  @MethodSource("bodies")
  void retryAfterCounts(BlockingOrAsync mode, ErrorBody body) throws Exception {
    try (SocketServer server = server(429, "Retry-After: 3600\r\n", body);
        Calls calls = calls(server, mode)) {
      RateLimitException error =
          catchThrowableOfType(RateLimitException.class, () -> calls.pay(Samples.payment(), BRIEF));

      assertThat(error.retryAfter()).isEqualTo(Duration.ofHours(1));
      assertThat(server.requests()).containsExactly(1);
    }
  }

  @ParameterizedTest(name = "B2 a 503 without its body is retried after its Retry-After, {0}")
  @EnumSource
  void aServerError(BlockingOrAsync mode) throws Exception {
    FakeTime time = FakeTime.flowing();
    try (SocketServer server = server(503, "Retry-After: 7\r\n", ErrorBody.GZIP_THAT_IS_NONE);
        FinFusion client =
            TestOptions.time(
                    FinFusion.builder().apiKey(Samples.KEY).baseUrl(server.uri()).retries(1), time)
                .build()) {
      ApiException error =
          catchThrowableOfType(ApiException.class, () -> new Calls(client, mode).pay());

      assertThat(error.status()).isEqualTo(503);
      assertThat(time.waits()).containsExactly(Duration.ofSeconds(7));
    }
  }
}
