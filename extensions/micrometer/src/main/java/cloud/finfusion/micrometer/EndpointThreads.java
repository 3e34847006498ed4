package cloud.finfusion.micrometer;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads of the endpoint, which keep no program from ending. The JDK's server has no timeout
 * of its own but a global one, and waits for the rest of a request for ever: here each exchange has
 * a limited time, after which the interrupt closes its connection. Thread-safe.
 */
final class EndpointThreads implements Executor {
  private static final int MOST = 16;
  private static final long IDLE_SECONDS = 10;

  private final ThreadPoolExecutor pool =
      new ThreadPoolExecutor(
          MOST,
          MOST,
          IDLE_SECONDS,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(),
          EndpointThreads::daemon);
  private final Duration limit;

  /** Limits the time of each exchange, from its first byte to the last of its response. */
  EndpointThreads(Duration limit) {
    this.limit = limit;
    pool.allowCoreThreadTimeOut(true);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "finfusion-prometheus");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void execute(Runnable exchange) {
    pool.execute(() -> limited(exchange));
  }

  private void limited(Runnable exchange) {
    FutureTask<?> task = new FutureTask<>(exchange, null);
    CompletableFuture.delayedExecutor(limit.toNanos(), TimeUnit.NANOSECONDS, Runnable::run)
        .execute(() -> task.cancel(true)); // without effect if the exchange is over
    task.run();
  }

  void shutdown() {
    pool.shutdown();
  }
}
