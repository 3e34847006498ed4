package cloud.finfusion.wait;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.model.Payment;
import cloud.finfusion.testing.Await;
import cloud.finfusion.testing.BlockingOrAsync;
import java.util.Arrays;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Who waits without blocking holds no thread, neither of the caller nor of the client. */
class WaitThreadsTest {
  @AutoClose private final Waits waits = Waits.standing();
  private final ThreadGroup group = new ThreadGroup("waits");

  @Test
  void noThreadStaysInAnAsynchronousWait() throws Exception {
    waits.payment("processing");
    Queue<CompletableFuture<Payment>> futures = new ConcurrentLinkedQueue<>();
    Thread caller =
        new Thread(
            group,
            () ->
                IntStream.range(0, 20)
                    .forEach(
                        i -> futures.add(waits.client().async().payments().waitUntil("pay_1"))));
    caller.start();
    caller.join();

    Await.until(() -> waits.delays().size() == 20);
    Await.until(() -> threadsInTheClient() == 0);
    assertThat(futures).hasSize(20).noneMatch(CompletableFuture::isDone);
  }

  /** So the count above is no accident. */
  @Test
  void theCallersThreadStaysInABlockingWait() throws Exception {
    waits.payment("processing");
    Thread caller = new Thread(group, () -> waits.until(BlockingOrAsync.BLOCKING));
    caller.setUncaughtExceptionHandler((thread, interrupted) -> {});
    caller.start();
    waits.time().awaitWait();

    Await.until(() -> threadsInTheClient() == 1);
    caller.interrupt();
    caller.join();
  }

  private long threadsInTheClient() {
    Thread[] all = new Thread[group.activeCount() + 100]; // the count is an estimate
    group.enumerate(all);
    return Arrays.stream(all)
        .filter(Objects::nonNull)
        .filter(
            thread ->
                Arrays.stream(thread.getStackTrace())
                    .anyMatch(frame -> frame.getClassName().startsWith("cloud.finfusion.internal")))
        .count();
  }
}
