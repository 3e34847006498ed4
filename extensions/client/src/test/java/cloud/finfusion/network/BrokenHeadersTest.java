package cloud.finfusion.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.TestOptions;
import cloud.finfusion.error.ConnectionException;
import cloud.finfusion.error.OutcomeUnknownException;
import cloud.finfusion.testing.Await;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.FakeTime;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.TestClients;
import java.nio.charset.StandardCharsets;
import java.util.List;
import mockwebserver3.MockResponse;
import okhttp3.ConnectionPool;
import okhttp3.Headers;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Headers that cannot be meant make a broken response, or are ignored; no connection leaks. */
class BrokenHeadersTest {
  private static final String BODY = Samples.PAYMENT;
  private static final int LENGTH = BODY.getBytes(StandardCharsets.UTF_8).length;

  @AutoClose private final FakeServer server = new FakeServer();
  private final ConnectionPool pool = new ConnectionPool();
  private final FakeTime time = FakeTime.flowing();

  static List<Arguments> lengths() {
    return List.of(BlockingOrAsync.values()).stream()
        .flatMap(
            mode ->
                List.of("-5", LENGTH + ", " + (LENGTH + 1), "two lines").stream()
                    .map(length -> Arguments.of(mode, length)))
        .toList();
  }

  private Calls calls(BlockingOrAsync mode) {
    OkHttpClient base = new OkHttpClient.Builder().connectionPool(pool).build();
    return new Calls(
        TestOptions.time(TestClients.of(server).httpClient(base), time).maxConcurrent(1).build(),
        mode);
  }

  private static MockResponse withLength(String length) {
    MockResponse.Builder response = FakeServer.response(200, BODY);
    return length.equals("two lines")
        ? response.addHeader("Content-Length", Integer.toString(LENGTH + 1)).build()
        : response.setHeader("Content-Length", length).build();
  }

  private void nothingLeaks() {
    Await.until(() -> pool.connectionCount() == pool.idleConnectionCount());
  }

  @ParameterizedTest
  @MethodSource("lengths")
  @DisplayName("A6 a length that cannot be meant: retried with the key, on another connection")
  void retried(BlockingOrAsync mode, String length) {
    server.responds(withLength(length), FakeServer.json(BODY));
    try (Calls calls = calls(mode)) {
      assertThat(calls.pay().id()).isEqualTo("pay_1");

      assertThat(server.headers("Idempotency-Key")).hasSize(2).doesNotContainNull();
      assertThat(server.headers("Idempotency-Key").stream().distinct()).hasSize(1);
      assertThat(server.requests().get(1).getExchangeIndex()).isZero();
      nothingLeaks();
    }
  }

  @ParameterizedTest
  @MethodSource("lengths")
  @DisplayName("A6 a length that is never meant: unknown, with the key, and nobody else is blamed")
  void unknown(BlockingOrAsync mode, String length) {
    server.responds(withLength(length));
    try (Calls calls = calls(mode)) {
      assertThatThrownBy(calls::pay)
          .isInstanceOf(OutcomeUnknownException.class)
          .hasCauseInstanceOf(ConnectionException.class);

      assertThat(server.requests()).hasSize(4);
      nothingLeaks();
    }
  }

  private static MockResponse asksToWait(int status) {
    Headers headers = new Headers.Builder().addUnsafeNonAscii("Retry-After", "zwölf").build();
    return FakeServer.response(status, "").headers(headers).body(BODY).build();
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("A6 a Retry-After that is not ASCII is ignored on a 503")
  void aRetryAfterOfAnError(BlockingOrAsync mode) {
    server.responds(asksToWait(503), FakeServer.json(BODY));
    try (Calls calls = calls(mode)) {
      assertThat(calls.pay().id()).isEqualTo("pay_1");

      assertThat(server.requests()).hasSize(2);
      assertThat(time.waits()).hasSize(1).allMatch(wait -> wait.toSeconds() < 2);
      nothingLeaks();
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("A6 a Retry-After that is not ASCII is ignored on a 200")
  void aRetryAfterOfASuccess(BlockingOrAsync mode) {
    server.responds(asksToWait(200));
    try (Calls calls = calls(mode)) {
      assertThat(calls.pay().id()).isEqualTo("pay_1");

      assertThat(server.requests()).hasSize(1);
      nothingLeaks();
    }
  }
}
