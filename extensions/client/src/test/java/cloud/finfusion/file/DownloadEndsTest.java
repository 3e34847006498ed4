package cloud.finfusion.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import cloud.finfusion.FinFusion;
import cloud.finfusion.TestOptions;
import cloud.finfusion.call.CallOptions;
import cloud.finfusion.error.CallCancelledException;
import cloud.finfusion.error.ConnectionException;
import cloud.finfusion.error.DeadlineExceededException;
import cloud.finfusion.error.FinFusionException;
import cloud.finfusion.error.Outcome;
import cloud.finfusion.error.OutcomeUnknownException;
import cloud.finfusion.metrics.CallListener;
import cloud.finfusion.metrics.CallRecord;
import cloud.finfusion.testing.Await;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.FakeTime;
import cloud.finfusion.testing.RecordingListener;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.SocketServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import okhttp3.ConnectionPool;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * However the reading of a file ends, it ends once and typed: connection and permit are given back,
 * the listeners are notified, and a part of a file is never taken for the whole.
 */
class DownloadEndsTest {
  private static final String BEGUN =
      "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n" + "x".repeat(100);
  private static final int BEGUN_BYTES = 100;

  /** What happens after the first bytes of a file. */
  private enum Event {
    CLOSED(null),
    INTERRUPTED(CallCancelledException.class),
    CLIENT_CLOSED(CallCancelledException.class),
    DEADLINE(DeadlineExceededException.class),
    CUT_SHORT(ConnectionException.class);

    final @Nullable Class<? extends FinFusionException> error;

    Event(@Nullable Class<? extends FinFusionException> error) {
      this.error = error;
    }
  }

  private final FakeTime time = FakeTime.flowing();
  private final RecordingListener listener = new RecordingListener();
  private final ConnectionPool pool = new ConnectionPool();
  private final SocketServer server =
      SocketServer.plain(
          (connection, request) ->
              connection.write(
                  server().connections().size() == 1
                      ? BEGUN
                      : SocketServer.response(200, "whole")));

  private SocketServer server() {
    return server;
  }

  private FinFusion.Builder client() {
    return TestOptions.time(
        FinFusion.builder()
            .apiKey(Samples.KEY)
            .baseUrl(server.uri())
            .httpClient(new OkHttpClient.Builder().connectionPool(pool).build())
            .deadline(Duration.ofSeconds(60))
            .maxConcurrent(1)
            .listener(listener),
        time);
  }

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  private static Stream<Object[]> events() {
    return Stream.of(Event.values())
        .flatMap(
            event -> Stream.of(BlockingOrAsync.values()).map(mode -> new Object[] {event, mode}));
  }

  @ParameterizedTest
  @MethodSource("events")
  void whateverEndsItIsTypedAndGivesAllBack(Event event, BlockingOrAsync mode) throws Exception {
    try (FileCalls calls = new FileCalls(client().build(), mode)) {
      Download file = calls.download();
      assertThat(file.stream().readNBytes(BEGUN_BYTES)).hasSize(BEGUN_BYTES);
      assertThat(inUse()).isEqualTo(1);
      happens(event, calls.client(), file);
      Throwable error = catchThrowable(() -> file.stream().read());
      assertThat(Thread.interrupted()).isEqualTo(event == Event.INTERRUPTED);
      assertThat(error).isInstanceOf(event.error == null ? IOException.class : event.error);
      Await.until(() -> inUse() == 0);
      Await.until(() -> listener.calls().size() == 1);
      assertThat(listener.attempts()).hasSize(1);
      assertThat(listener.calls().get(0))
          .returns(event.error == null ? Outcome.DONE : Outcome.UNKNOWN, call -> call.outcome())
          .returns(
              event.error == null ? null : event.error.getSimpleName(), call -> call.errorType());
      assertThat(time.timers()).isZero();
      if (event != Event.CLIENT_CLOSED) {
        assertThat(calls.download().stream().readAllBytes()).as("the next one").hasSize(5);
      }
    }
  }

  /** Cuts short, closed by its caller and interrupted need the reading thread itself. */
  @ParameterizedTest
  @EnumSource(names = {"CLOSED", "CLIENT_CLOSED", "DEADLINE"})
  void aReadThatWaitsEndsToo(Event event) throws Exception {
    try (FileCalls calls = new FileCalls(client().build(), BlockingOrAsync.BLOCKING)) {
      Download file = calls.download();
      assertThat(file.stream().readNBytes(BEGUN_BYTES)).hasSize(BEGUN_BYTES);
      CompletableFuture<Throwable> error = new CompletableFuture<>();
      Thread reader = new Thread(() -> error.complete(catchThrowable(() -> file.stream().read())));
      reader.start();
      Await.until(() -> isInRead(reader));
      happens(event, calls.client(), file);
      assertThat(error.get(30, TimeUnit.SECONDS))
          .isInstanceOf(event == Event.CLOSED ? CallCancelledException.class : event.error);
      Await.until(() -> inUse() == 0 && listener.calls().size() == 1);
    }
  }

  private static boolean isInRead(Thread reader) {
    return Arrays.stream(reader.getStackTrace())
        .anyMatch(frame -> frame.getClassName().contains("NioSocketImpl"));
  }

  @Test
  void cancellingTheFutureEndsTheReadingOfItsFile() throws Exception {
    try (FileCalls calls = new FileCalls(client().build(), BlockingOrAsync.ASYNC)) {
      CompletableFuture<Download> future = calls.enqueued();
      Download file = future.get(30, TimeUnit.SECONDS);
      assertThat(future.cancel(true)).as("it was done").isFalse();
      assertThat(catchThrowable(() -> file.stream().readAllBytes()))
          .isInstanceOf(CallCancelledException.class);
      Await.until(() -> inUse() == 0 && listener.calls().size() == 1);
    }
  }

  @Test
  void aFutureThatWasEndedGetsNoFileAndKeepsNone() throws Exception {
    try (FileCalls calls = new FileCalls(client().build(), BlockingOrAsync.ASYNC)) {
      CompletableFuture<Download> future = calls.enqueued();
      future.cancel(true);
      assertThat(calls.enqueued().get(30, TimeUnit.SECONDS).stream().read()).isPositive();
      assertThat(inUse()).isLessThanOrEqualTo(1);
    }
  }

  /** Just after OkHttp looked whether the call was cancelled, as the SDK opens the body. */
  @Test
  void aFileThatComesAsItsCallIsCancelledKeepsNoConnection() {
    CompletableFuture<CompletableFuture<Download>> started = new CompletableFuture<>();
    OkHttpClient base =
        new OkHttpClient.Builder()
            .connectionPool(pool)
            .addNetworkInterceptor(
                chain -> {
                  Response response = chain.proceed(chain.request());
                  Runnable cancel = () -> started.join().cancel(true);
                  time.atNextLook(() -> time.atNextLook(cancel)); // the first measures the exchange
                  return response;
                })
            .build();
    try (FileCalls calls =
        new FileCalls(client().httpClient(base).build(), BlockingOrAsync.ASYNC)) {
      CompletableFuture<Download> file = calls.enqueued();
      started.complete(file);
      Await.until(() -> file.isCancelled() && inUse() == 0);
    }
  }

  @Test
  void aFileThatNobodyClosesEndsAtTheDeadline() {
    try (FileCalls calls = new FileCalls(client().build(), BlockingOrAsync.ASYNC)) {
      calls.download();
      time.advance(Duration.ofSeconds(60).toNanos());
      Await.until(() -> inUse() == 0 && listener.calls().size() == 1);
      assertThat(listener.calls().get(0).errorType()).isEqualTo("DeadlineExceededException");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aWriteWhoseFileIsCutShortIsOfUnknownOutcome(BlockingOrAsync mode) throws IOException {
    try (FileCalls calls = new FileCalls(client().build(), mode)) {
      Download file = calls.download(calls.api().export(), CallOptions.none());
      server.connections().get(0).close();
      assertThat(catchThrowable(() -> file.writeTo(OutputStream.nullOutputStream())))
          .isInstanceOf(OutcomeUnknownException.class)
          .hasCauseInstanceOf(ConnectionException.class);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aFileThatAnotherThreadClosesDuringAReadIsNotTakenForTheWhole(
      BlockingOrAsync mode, @TempDir Path folder) {
    AtomicReference<Runnable> duringRead = new AtomicReference<>(() -> {});
    OkHttpClient observed =
        new OkHttpClient.Builder()
            .connectionPool(pool)
            .addNetworkInterceptor(chain -> observed(chain, duringRead))
            .build();
    try (FileCalls calls = new FileCalls(client().httpClient(observed).build(), mode)) {
      Download file = calls.download();
      duringRead.set(() -> CompletableFuture.runAsync(file::close).join());
      assertThat(catchThrowable(() -> file.saveTo(folder.resolve("a.pdf"))))
          .isInstanceOf(CallCancelledException.class);
      assertThat(folder).isEmptyDirectory();
      Await.until(() -> inUse() == 0 && listener.calls().size() == 1);
    }
  }

  /** Runs the action once bytes of the body are where who reads them takes them from. */
  private static Response observed(Interceptor.Chain chain, AtomicReference<Runnable> duringRead)
      throws IOException {
    Response response = chain.proceed(chain.request());
    BufferedSource wire = response.body().source();
    InvocationHandler observing =
        (proxy, method, arguments) -> {
          try {
            return method.invoke(wire, arguments);
          } catch (InvocationTargetException thrown) {
            throw thrown.getTargetException();
          } finally {
            if (method.getName().equals("read")) {
              duringRead.getAndSet(() -> {}).run();
            }
          }
        };
    Class<?>[] types = {BufferedSource.class};
    BufferedSource observed =
        (BufferedSource)
            Proxy.newProxyInstance(BufferedSource.class.getClassLoader(), types, observing);
    return response
        .newBuilder()
        .body(ResponseBody.create(observed, null, response.body().contentLength()))
        .build();
  }

  @ParameterizedTest
  @EnumSource
  void aFileThatAnotherThreadClosesBetweenReadsIsNotTakenForTheWhole(
      BlockingOrAsync mode, @TempDir Path folder) {
    try (FileCalls calls = new FileCalls(client().build(), mode)) {
      Download file = calls.download();
      Progress closing = (bytes, total) -> CompletableFuture.runAsync(file::close).join();
      assertThat(catchThrowable(() -> file.onProgress(closing).saveTo(folder.resolve("a.pdf"))))
          .isInstanceOf(UncheckedIOException.class);
      assertThat(folder).isEmptyDirectory();
      assertThat(listener.calls()).singleElement().returns(Outcome.DONE, call -> call.outcome());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aFileThatWasReadAndClosedIsNotReadAgainAsEmpty(BlockingOrAsync mode) {
    try (FakeServer whole = new FakeServer().responds(FakeServer.response(200, "file").build());
        FileCalls calls = new FileCalls(client().baseUrl(whole.uri()).build(), mode)) {
      Download file = calls.download();
      assertThat(file.bytes()).hasSize(4);
      assertThat(catchThrowable(file::bytes)).isInstanceOf(UncheckedIOException.class);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aClientThatIsClosedWhileTheHeadersAreAwaitedIsNoDeadline(BlockingOrAsync mode)
      throws Exception {
    CompletableFuture<Void> closed = new CompletableFuture<>();
    try (SocketServer late =
            SocketServer.plain(
                (connection, request) -> {
                  closed.join();
                  connection.write(BEGUN);
                });
        FileCalls calls = // in real time, whose timer is closed with the client
            new FileCalls(
                FinFusion.builder().apiKey(Samples.KEY).baseUrl(late.uri()).build(), mode)) {
      CompletableFuture<Download> file = CompletableFuture.supplyAsync(calls::download);
      Await.until(() -> late.requests().equals(List.of(1)));
      calls.client().close();
      closed.complete(null);
      Download given = file.get(30, TimeUnit.SECONDS);
      assertThat(catchThrowable(given::bytes)).isInstanceOf(CallCancelledException.class);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theThreadThatClosesAClientRunsNoListenerOfItsFiles(BlockingOrAsync mode) {
    Queue<Thread> threads = new ConcurrentLinkedQueue<>();
    CallListener ended =
        new CallListener() {
          @Override
          public void callEnded(CallRecord call) {
            threads.add(Thread.currentThread());
          }
        };
    try (FileCalls calls = new FileCalls(client().listener(ended).build(), mode)) {
      calls.download();
      calls.client().close();
      Await.until(() -> !threads.isEmpty());
      assertThat(threads).hasSize(1).doesNotContain(Thread.currentThread());
    }
  }

  private void happens(Event event, FinFusion client, Download file) throws IOException {
    switch (event) {
      case CLOSED -> file.close();
      case INTERRUPTED -> Thread.currentThread().interrupt();
      case CLIENT_CLOSED -> client.close();
      case DEADLINE -> time.advance(Duration.ofSeconds(60).toNanos());
      case CUT_SHORT -> server.connections().get(0).close();
    }
  }

  private int inUse() {
    return pool.connectionCount() - pool.idleConnectionCount();
  }
}
