package cloud.finfusion.cache;

import static org.assertj.core.api.Assertions.catchThrowable;

import cloud.finfusion.FinFusion;
import cloud.finfusion.testing.Await;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.RecordingListener;
import cloud.finfusion.testing.Samples;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;

/** Equal reads at the same time, on a client with a cache, in real time. */
@Isolated // a hundred threads, and deadlines of real time
@Timeout(30)
abstract class CacheReads {
  final RecordingListener listener = new RecordingListener();
  @AutoClose final FakeServer server = new FakeServer();

  @AutoClose
  final FinFusion client =
      FinFusion.builder()
          .apiKey(Samples.KEY)
          .baseUrl(server.uri())
          .retries(0)
          .listener(listener)
          .cache(CacheOptions.builder().build())
          .build();

  CompletableFuture<Object> read(BlockingOrAsync mode) {
    return ended(() -> new Calls(client, mode).customer("cust_1"));
  }

  static CompletableFuture<Object> ended(Supplier<Object> call) {
    CompletableFuture<Object> end = new CompletableFuture<>();
    new Thread(
            () -> {
              Object[] got = new Object[1];
              Throwable failure = catchThrowable(() -> got[0] = call.get());
              end.complete(failure == null ? got[0] : failure);
            })
        .start();
    return end;
  }

  static Object got(CompletableFuture<Object> end) throws Exception {
    return end.get(30, TimeUnit.SECONDS);
  }

  void awaitLeader() {
    Await.until(() -> !server.requests().isEmpty());
  }

  void awaitFollowers(int count) {
    Await.until(() -> client.cache().statistics().shared() >= count);
  }
}
