package cloud.finfusion;

import static org.assertj.core.api.Assertions.catchThrowable;

import cloud.finfusion.cache.CacheOptions;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;

/** Equal reads at the same time, on a client with a cache, in real time. */
@Isolated // a hundred threads, and deadlines of real time
@Timeout(30)
abstract class CacheReads {
  @AutoClose final FakeServer server = new FakeServer();

  @AutoClose
  final FinFusion client =
      FinFusion.builder()
          .apiKey(Samples.KEY)
          .baseUrl(server.uri())
          .retries(0)
          .cache(CacheOptions.builder().build())
          .build();

  CompletableFuture<Object> read(Mode mode) {
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
    return end.get(10, TimeUnit.SECONDS);
  }

  void awaitLeader() {
    await(() -> !server.requests().isEmpty());
  }

  void awaitFollowers(int count) {
    await(() -> client.cache().statistics().shared() >= count);
  }

  /** Looks again and again, as nobody announces it. */
  private static void await(BooleanSupplier state) {
    long giveUpAt = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (!state.getAsBoolean()) {
      if (System.nanoTime() - giveUpAt > 0) {
        throw new AssertionError("it did not come to that in 10 s");
      }
      Thread.onSpinWait();
    }
  }
}
