package cloud.finfusion.examples.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.batch.BulkResult;
import cloud.finfusion.batch.BulkRun;
import cloud.finfusion.metrics.BulkProgress;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A signal ends the run, and the program not before the run has written its state. */
@Timeout(30)
class StopSignalTest {
  private static final Duration LONG = Duration.ofHours(1);

  /** A run that knows whether it was cancelled. */
  private static final class Run implements BulkRun {
    final CountDownLatch cancelled = new CountDownLatch(1);

    @Override
    public BulkResult run() {
      throw new UnsupportedOperationException();
    }

    @Override
    public void cancel() {
      cancelled.countDown();
    }

    @Override
    public BulkProgress progress() {
      throw new UnsupportedOperationException();
    }
  }

  @Test
  void theRunIsCancelledAndAwaited() throws Exception {
    Run run = new Run();
    StopSignal signal = new StopSignal(Thread.currentThread(), LONG);
    signal.ends(run);

    CompletableFuture<Void> received = CompletableFuture.runAsync(signal::receive);
    run.cancelled.await();
    assertThat(received).isNotDone();
    signal.close();

    received.join();
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void aRunThatStartsAfterTheSignalIsCancelledToo() {
    Run run = new Run();
    StopSignal signal = new StopSignal(Thread.currentThread(), LONG);
    signal.close();

    signal.receive();
    signal.ends(run);

    assertThat(run.cancelled.getCount()).isZero();
  }

  @Test
  void aRunThatTakesTooLongIsInterrupted() throws Exception {
    CountDownLatch neverDone = new CountDownLatch(1);
    CompletableFuture<String> end = new CompletableFuture<>();
    Thread worker =
        new Thread(
            () -> {
              try {
                neverDone.await();
              } catch (InterruptedException stop) {
                end.complete("interrupted");
              }
            });
    worker.start();
    StopSignal signal = new StopSignal(worker, Duration.ZERO);

    CompletableFuture<Void> received = CompletableFuture.runAsync(signal::receive);

    assertThat(end.get()).isEqualTo("interrupted");
    assertThat(received).isNotDone();
    signal.close();
    received.join();
  }
}
