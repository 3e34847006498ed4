package cloud.finfusion.examples.bulk;

import cloud.finfusion.batch.BulkRun;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ends a run in order when the program is to end, by Ctrl-C or SIGTERM: what is in flight is
 * awaited and written down. What takes too long is cancelled, and sent again by the next run.
 */
final class StopSignal implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Thread worker;
  private final Duration patience;
  private final CountDownLatch ended = new CountDownLatch(1);
  private @Nullable BulkRun run; // guarded by this
  private boolean received; // guarded by this

  StopSignal(Thread worker, Duration patience) {
    this.worker = worker;
    this.patience = patience;
  }

  /** Waits for signals from now on, for a run on this thread. */
  static StopSignal ofThisProgram() {
    StopSignal signal = new StopSignal(Thread.currentThread(), PATIENCE);
    Runtime.getRuntime().addShutdownHook(new Thread(signal::receive, "stop-signal"));
    return signal;
  }

  /** Names the run to end. */
  synchronized void ends(BulkRun started) {
    run = started;
    if (received) {
      started.cancel();
    }
  }

  /** Returns when the program has written what it had to. */
  void receive() {
    cancel();
    try {
      if (!ended.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        worker.interrupt();
        ended.await();
      }
    } catch (InterruptedException never) {
      Thread.currentThread().interrupt(); // nobody interrupts a shutdown hook
    }
  }

  private synchronized void cancel() {
    received = true;
    if (run != null) {
      run.cancel();
    }
  }

  /** All is written: the program may end. */
  @Override
  public void close() {
    ended.countDown();
  }
}
