package cloud.finfusion.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import cloud.finfusion.FinFusion;
import cloud.finfusion.call.CallOptions;
import cloud.finfusion.error.CallCancelledException;
import cloud.finfusion.error.OutcomeUnknownException;
import cloud.finfusion.ratelimit.RateLimiter;
import cloud.finfusion.sandbox.Sandbox;
import cloud.finfusion.spi.Transport;
import cloud.finfusion.testing.Await;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.RecordingListener;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import retrofit2.Call;

/**
 * A program in a small heap, which sends and receives a file that is larger, and ends some of that
 * midway. The sandbox runs in the same heap.
 */
public final class LargeFiles {
  private static final long LENGTH = 64L << 20;
  private static final int MIDWAY = 1 << 20;
  private static final int PLAN = 1000;

  private final ConnectionPool pool = new ConnectionPool();
  private final RateLimiter plan = RateLimiter.builder().burst(PLAN).clock(() -> 0).build();
  private final String sha256 = MadeFile.sha256(new MadeFile(LENGTH));
  private final RecordingListener listener = new RecordingListener();
  private final FinFusion client;
  private final Transport transport;
  private final DocumentsApi api;

  private LargeFiles(Sandbox sandbox) throws Exception {
    this.client =
        FinFusion.builder()
            .apiKey(sandbox.apiKey())
            .baseUrl(sandbox.baseUri())
            .httpClient(new OkHttpClient.Builder().connectionPool(pool).build())
            .maxConcurrent(1) // a permit that is lost would end all that follows
            .rateLimiter(plan)
            .listener(listener)
            .build();
    this.transport = client.resource(it -> it);
    this.api = transport.api(DocumentsApi.class);
  }

  /** Prints nothing; fails with what is wrong. The argument is the specification. */
  public static void main(String... args) throws Exception {
    try (Sandbox sandbox = Sandbox.builder().spec(Path.of(args[0])).start()) {
      LargeFiles files = new LargeFiles(sandbox);
      for (BlockingOrAsync mode : BlockingOrAsync.values()) {
        files.moves(mode);
        files.endsMidway(mode);
      }
      files.client.close();
      System.out.println(Runtime.getRuntime().maxMemory());
    }
  }

  private void moves(BlockingOrAsync mode) throws Exception {
    Upload upload = Upload.ofStreams(() -> new MadeFile(LENGTH), LENGTH).withFileName("a.bin");
    Map<String, Object> document =
        made(
            mode, api.upload(Parts.file("file", upload, "a/b"), Parts.value("purpose", "p", null)));
    assertThat(document).containsEntry("sha256", sha256).containsEntry("file_name", "a.bin");
    String id = String.valueOf(document.get("id"));
    Upload once = Upload.ofStream(new MadeFile(LENGTH), -1);
    assertThat(made(mode, api.replace(id, once))).containsEntry("sha256", sha256);
    try (Download file = download(mode, id)) {
      assertThat(file.contentLength()).isEqualTo(LENGTH);
      assertThat(MadeFile.sha256(file.stream())).isEqualTo(sha256);
    }
    assertThat(inUse()).isZero();
    assertThat(plan.remaining()).isEqualTo(PLAN - listener.attempts().size());
  }

  private void endsMidway(BlockingOrAsync mode) throws Exception {
    String id = String.valueOf(made(mode, upload(new MadeFile(LENGTH))).get("id"));
    try (Download closed = download(mode, id)) {
      assertThat(closed.stream().readNBytes(MIDWAY)).hasSize(MIDWAY);
      assertThat(inUse()).isEqualTo(1);
    }
    assertThat(inUse()).isZero();
    if (mode == BlockingOrAsync.BLOCKING) {
      interrupted(id);
    } else {
      cancelled(id);
    }
    try (Download next = download(mode, id)) {
      assertThat(next.contentLength()).isEqualTo(LENGTH);
    }
  }

  private void interrupted(String id) throws Exception {
    Download file = download(BlockingOrAsync.BLOCKING, id);
    file.stream().skipNBytes(MIDWAY);
    Thread.currentThread().interrupt();
    assertThat(catchThrowable(file::bytes)).isInstanceOf(CallCancelledException.class);
    assertThat(Thread.interrupted()).isTrue();
    Thread self = Thread.currentThread();
    Upload upload =
        Upload.ofStreams(() -> new MadeFile(LENGTH), LENGTH)
            .onProgress((bytes, total) -> endAt(bytes, self::interrupt));
    assertThat(catchThrowable(() -> made(BlockingOrAsync.BLOCKING, api.replace(id, upload))))
        .isInstanceOf(OutcomeUnknownException.class)
        .hasCauseInstanceOf(CallCancelledException.class);
    assertThat(Thread.interrupted()).isTrue();
    Await.until(() -> inUse() == 0);
  }

  private void cancelled(String id) throws Exception {
    CompletableFuture<Download> received =
        transport.downloadAsync(api.download(id), CallOptions.none());
    Download file = received.get();
    file.stream().skipNBytes(MIDWAY);
    received.cancel(true);
    assertThat(catchThrowable(file::bytes)).isInstanceOf(CallCancelledException.class);
    Await.until(() -> inUse() == 0);
    CompletableFuture<CompletableFuture<?>> sent = new CompletableFuture<>();
    Upload upload =
        Upload.ofStreams(() -> new MadeFile(LENGTH), LENGTH)
            .onProgress((bytes, total) -> endAt(bytes, () -> sent.join().cancel(true)));
    CompletableFuture<?> upwards = transport.enqueue(api.replace(id, upload), CallOptions.none());
    sent.complete(upwards);
    assertThat(catchThrowable(upwards::join)).isInstanceOf(CancellationException.class);
    Await.until(() -> inUse() == 0);
  }

  private static void endAt(long bytes, Runnable end) {
    if (bytes == MIDWAY) {
      end.run();
    }
  }

  private Call<Map<String, Object>> upload(MadeFile file) {
    Upload upload = Upload.ofStream(file, LENGTH);
    return api.upload(Parts.file("file", upload, "a/b"), Parts.value("purpose", "p", null));
  }

  private Download download(BlockingOrAsync mode, String id) {
    return mode.of(
        () -> transport.download(api.download(id), CallOptions.none()),
        () -> transport.downloadAsync(api.download(id), CallOptions.none()));
  }

  private <T> T made(BlockingOrAsync mode, Call<T> call) {
    return mode.of(
        () -> transport.execute(call, CallOptions.none()),
        () -> transport.enqueue(call, CallOptions.none()));
  }

  private int inUse() {
    return pool.connectionCount() - pool.idleConnectionCount();
  }
}
