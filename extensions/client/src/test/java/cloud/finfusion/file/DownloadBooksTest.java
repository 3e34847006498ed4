package cloud.finfusion.file;

import static cloud.finfusion.testing.FakeServer.response;
import static cloud.finfusion.testing.FakeServer.silence;
import static cloud.finfusion.testing.FakeServer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import cloud.finfusion.FinFusion;
import cloud.finfusion.TestOptions;
import cloud.finfusion.error.CircuitOpenException;
import cloud.finfusion.error.ConnectionException;
import cloud.finfusion.error.DeadlineExceededException;
import cloud.finfusion.error.InvalidResponseException;
import cloud.finfusion.metrics.CallListener;
import cloud.finfusion.metrics.PermitRecord;
import cloud.finfusion.ratelimit.RateLimiter;
import cloud.finfusion.retry.CircuitBreakerOptions;
import cloud.finfusion.testing.Await;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.FakeTime;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.SocketServer;
import cloud.finfusion.testing.TestClients;
import java.io.IOException;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the permits and the time limit of an attempt learn of a file, and when. */
class DownloadBooksTest {
  private static final String BEGUN = "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nx";

  private final FakeTime time = FakeTime.flowing();

  private FinFusion.Builder client(SocketServer server) {
    return TestOptions.time(
        FinFusion.builder()
            .apiKey(Samples.KEY)
            .baseUrl(server.uri())
            .circuitBreaker(CircuitBreakerOptions.builder().failures(1).build()),
        time);
  }

  @ParameterizedTest
  @EnumSource
  void aFileThatBreaksIsAFailureForTheCircuit(BlockingOrAsync mode) throws IOException {
    try (SocketServer server = SocketServer.plain((socket, request) -> socket.write(BEGUN));
        FileCalls calls = new FileCalls(client(server).build(), mode)) {
      Download file = calls.download();
      server.connections().get(0).close();
      assertThat(catchThrowable(file::bytes)).isInstanceOf(ConnectionException.class);
      assertThat(catchThrowable(calls::download)).isInstanceOf(CircuitOpenException.class);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aFileThatIsTheTrialHoldsOthersBackUntilItsFirstByte(BlockingOrAsync mode)
      throws IOException {
    try (SocketServer server = SocketServer.plain((socket, request) -> socket.write(BEGUN));
        FileCalls calls = new FileCalls(client(server).build(), mode)) {
      Download broken = calls.download();
      server.connections().get(0).close();
      assertThat(catchThrowable(broken::bytes)).isInstanceOf(ConnectionException.class);
      assertThat(catchThrowable(calls::download)).isInstanceOf(CircuitOpenException.class);
      time.advance(CircuitBreakerOptions.builder().build().openFor().toNanos());
      try (Download trial = calls.download();
          Download other = calls.download()) {
        assertThat(trial.contentLength()).isEqualTo(other.contentLength());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aFileThatItsCallerReadsTooLateIsNone(BlockingOrAsync mode) throws IOException {
    try (SocketServer server = SocketServer.plain((socket, request) -> socket.write(BEGUN));
        FileCalls calls = new FileCalls(client(server).build(), mode)) {
      Download file = calls.download();
      time.advance(Duration.ofMinutes(5).toNanos());
      assertThat(catchThrowable(file::bytes)).isInstanceOf(DeadlineExceededException.class);
      calls.download().close();
    }
  }

  @ParameterizedTest
  @EnumSource
  void anOpenFileIsARequestAtOnce(BlockingOrAsync mode) throws IOException {
    Queue<String> waited = new ConcurrentLinkedQueue<>();
    CallListener listener =
        new CallListener() {
          @Override
          public void permitWaited(PermitRecord permit) {
            waited.add(permit.source());
          }
        };
    try (SocketServer server = SocketServer.plain((socket, request) -> socket.write(BEGUN));
        FileCalls calls =
            new FileCalls(client(server).maxConcurrent(1).listener(listener).build(), mode)) {
      Download open = calls.download();
      CompletableFuture<Download> next = calls.enqueued();
      time.advance(1);
      open.close();
      assertThat(BlockingOrAsync.result(next).contentLength()).isEqualTo(1000);
      assertThat(waited).containsExactly("concurrency");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aSuccessWithoutAFileIsAnErrorThatHoldsNothing(BlockingOrAsync mode) {
    try (FakeServer server = new FakeServer().responds(status(204), response(200, "file").build());
        FileCalls calls = new FileCalls(TestClients.of(server).maxConcurrent(1).build(), mode)) {
      assertThat(catchThrowable(calls::download)).isInstanceOf(InvalidResponseException.class);
      assertThat(calls.download().bytes()).hasSize(4);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aFileShorterThanItsLengthIsNotWhole(BlockingOrAsync mode) throws IOException {
    OkHttpClient shortening =
        new OkHttpClient.Builder().addNetworkInterceptor(DownloadBooksTest::shortened).build();
    try (FakeServer server = new FakeServer().responds(response(200, "file").build());
        FileCalls calls =
            new FileCalls(TestClients.of(server).httpClient(shortening).build(), mode)) {
      assertThat(catchThrowable(() -> calls.download().bytes()))
          .isInstanceOf(ConnectionException.class);
    }
  }

  /** As HTTP/2 allows it: the stream ends before the length. */
  private static Response shortened(Interceptor.Chain chain) throws IOException {
    Response whole = chain.proceed(chain.request());
    ResponseBody body =
        ResponseBody.create(whole.body().source(), null, whole.body().contentLength() + 1);
    return whole.newBuilder().body(body).build();
  }

  @ParameterizedTest
  @EnumSource
  void whatTheServerSaysOfThePlanCountsAtTheFirstByte(BlockingOrAsync mode) {
    RateLimiter plan = RateLimiter.builder().burst(100).clock(() -> 0).build();
    try (FakeServer server =
            new FakeServer()
                .responds(
                    response(200, "x".repeat(100_000))
                        .setHeader("X-RateLimit-Remaining", "7")
                        .build());
        FileCalls calls = new FileCalls(TestClients.of(server).rateLimiter(plan).build(), mode);
        Download open = calls.download()) {
      assertThat(plan.remaining()).isEqualTo(7);
      assertThat(open.contentLength()).as("it is not read yet").isEqualTo(100_000);
    }
  }

  @Test
  void anAttemptHasItsTimeoutUntilTheFirstByte() {
    try (FakeServer server = new FakeServer().responds(silence(), response(200, "file").build());
        FileCalls calls =
            new FileCalls(
                TestOptions.time(TestClients.of(server), time).build(), BlockingOrAsync.ASYNC)) {
      CompletableFuture<Download> future = calls.enqueued();
      Await.until(() -> server.requests().size() == 1);
      time.advance(Duration.ofSeconds(30).toNanos());
      Download file = BlockingOrAsync.result(future);
      assertThat(server.requests()).as("the first one timed out").hasSize(2);
      time.advance(Duration.ofSeconds(29).toNanos()); // the second one's timeout does not matter
      assertThat(file.bytes()).hasSize(4);
    }
  }
}
