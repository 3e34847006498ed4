package cloud.finfusion.network;

import static cloud.finfusion.testing.SocketServer.response;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.FinFusion;
import cloud.finfusion.TestOptions;
import cloud.finfusion.error.ConnectionException;
import cloud.finfusion.error.DeadlineExceededException;
import cloud.finfusion.model.Payment;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.FakeTime;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.SocketServer;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import mockwebserver3.RecordedRequest;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A peer that began a response is not silent: other kept connections are not given up for it. */
@Timeout(30)
class BegunResponsesTest {
  private final ConnectionPool pool = new ConnectionPool();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final FakeTime time = FakeTime.standing();

  @AutoClose
  private final FakeServer other = new FakeServer().responds(FakeServer.json(Samples.PAYMENT));

  private final EventListener listener =
      new EventListener() {
        @Override
        public void responseBodyStart(Call call) {
          begun.countDown();
        }
      };

  private Calls calls(SocketServer server, BlockingOrAsync mode) {
    OkHttpClient base =
        new OkHttpClient.Builder().connectionPool(pool).eventListener(listener).build();
    FinFusion.Builder client =
        FinFusion.builder().apiKey(Samples.KEY).baseUrl(server.uri()).httpClient(base).retries(0);
    return new Calls(TestOptions.time(client, time).build(), mode);
  }

  /** The first time it makes the connection, which then is kept. */
  private void askTheOther() throws IOException {
    OkHttpClient owner = new OkHttpClient.Builder().connectionPool(pool).build();
    Request request = new Request.Builder().url(other.uri().toString()).build();
    try (Response response = owner.newCall(request).execute()) {
      assertThat(response.body().bytes()).isNotEmpty();
    }
    assertThat(other.requests()).extracting(RecordedRequest::getConnectionIndex).containsOnly(0);
  }

  @ParameterizedTest
  @EnumSource
  void oneThatCannotBeMeantIsNotAskedForAgain(BlockingOrAsync mode) throws IOException {
    String broken = response(200, Samples.PAYMENT).replace("Content-Length: ", "Content-Length: +");
    String good = response(200, Samples.PAYMENT);
    askTheOther();
    try (SocketServer server =
            SocketServer.plain(
                (connection, request) -> connection.write(request == 1 ? good : broken));
        Calls calls = calls(server, mode)) {
      calls.payment("pay_1");

      assertThatThrownBy(() -> calls.payment("pay_1")).isInstanceOf(ConnectionException.class);

      assertThat(server.requests()).as("both on one connection").containsExactly(2);
      askTheOther();
    }
  }

  @Test
  void oneThatIsNotWholeAtTheDeadline() throws Exception {
    String half = response(200, Samples.PAYMENT);
    askTheOther();
    try (SocketServer server =
            SocketServer.plain(
                (connection, request) -> connection.write(half.substring(0, half.length() - 1)));
        Calls calls = calls(server, BlockingOrAsync.ASYNC)) {
      CompletableFuture<Payment> payment = calls.client().async().payments().retrieve("pay_1");
      assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();

      time.advance(Duration.ofMinutes(1).toNanos());

      assertThatThrownBy(() -> BlockingOrAsync.result(payment))
          .isInstanceOf(DeadlineExceededException.class);
      askTheOther();
    }
  }
}
