package cloud.finfusion.benchmarks.peers;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A block of calls, so many of them in flight at any moment; returns how many end in a second. */
final class InFlight implements AutoCloseable {
  private final int atOnce;
  private final int calls;
  private final ExecutorService threads;

  InFlight(int atOnce, int calls, ThreadFactory factory) {
    this.atOnce = atOnce;
    this.calls = calls;
    this.threads = Executors.newFixedThreadPool(atOnce, factory);
  }

  /** Threads that call one after the other. */
  double blocking(Callable<?> call) throws Exception {
    Run run = new Run();
    long before = System.nanoTime();
    for (int i = 0; i < atOnce; i++) {
      threads.execute(() -> run.calls(call));
    }
    return run.perSecond(before);
  }

  /** Calls of which each, when it ends, starts the next. */
  double async(Peer.Async peer) throws Exception {
    Run run = new Run();
    long before = System.nanoTime();
    for (int i = 0; i < atOnce; i++) {
      run.next(peer);
    }
    return run.perSecond(before);
  }

  @Override
  public void close() {
    threads.shutdown();
  }

  private final class Run {
    private final AtomicInteger left = new AtomicInteger(calls);
    private final CountDownLatch slots = new CountDownLatch(atOnce);
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    void calls(Callable<?> call) {
      try {
        while (left.getAndDecrement() > 0) {
          call.call();
        }
      } catch (Exception failed) {
        failure.set(failed);
      } finally {
        slots.countDown();
      }
    }

    void next(Peer.Async peer) {
      if (left.getAndDecrement() <= 0) {
        slots.countDown();
        return;
      }
      BiConsumer<@Nullable Object, @Nullable Throwable> done =
          (came, failed) -> {
            if (failed != null) {
              failure.set(failed);
            }
            next(peer);
          };
      peer.create(done);
    }

    double perSecond(long before) throws Exception {
      if (!slots.await(1, TimeUnit.MINUTES)) {
        throw new IllegalStateException("calls were lost", failure.get());
      }
      long nanos = System.nanoTime() - before;
      if (failure.get() != null) {
        throw new IllegalStateException("a failure would be measured", failure.get());
      }
      return calls * 1e9 / nanos;
    }
  }
}
