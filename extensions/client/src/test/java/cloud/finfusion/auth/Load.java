package cloud.finfusion.auth;

import cloud.finfusion.testing.Await;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Threads that make a call again and again until it fails or the load is ended. */
final class Load implements AutoCloseable {
  private final AtomicInteger calls = new AtomicInteger();
  private final ExecutorService threads;
  private final List<CompletableFuture<Void>> running;
  private volatile boolean over;

  Load(int count, Runnable call) {
    threads = Executors.newFixedThreadPool(count);
    running =
        IntStream.range(0, count)
            .mapToObj(i -> CompletableFuture.runAsync(() -> repeat(call), threads))
            .toList();
  }

  private void repeat(Runnable call) {
    while (!over) {
      call.run();
      calls.incrementAndGet();
    }
  }

  /** Returns when so many calls more have succeeded, or one has failed. */
  void awaitCalls(int more) {
    int before = calls.get();
    Await.until(
        () ->
            calls.get() >= before + more
                || running.stream().anyMatch(CompletableFuture::isCompletedExceptionally));
  }

  /** Throws what a call threw. */
  void end() {
    over = true;
    running.forEach(CompletableFuture::join);
  }

  @Override
  public void close() {
    over = true;
    threads.shutdown();
  }
}
