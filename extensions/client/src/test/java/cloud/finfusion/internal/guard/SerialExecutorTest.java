package cloud.finfusion.internal.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Tasks in order, on many threads. */
class SerialExecutorTest {
  private static final int TASKS = 10_000;

  @AutoClose("shutdownNow")
  private final ExecutorService threads = Executors.newFixedThreadPool(8);

  private final List<Integer> ran = new ArrayList<>(); // of one task at a time

  @Test
  void tasksRunInTheOrderOfTheirSubmissionThoughOneThrows() throws Exception {
    SerialExecutor serial = new SerialExecutor(threads);
    CompletableFuture<Void> end = new CompletableFuture<>();
    for (int i = 0; i < TASKS; i++) {
      int number = i;
      serial.execute(
          () -> {
            ran.add(number);
            if (number % 100 == 0) {
              throw new IllegalStateException();
            }
          });
    }
    serial.execute(() -> end.complete(null));
    end.get(30, TimeUnit.SECONDS);

    assertThat(ran).containsExactlyElementsOf(IntStream.range(0, TASKS).boxed().toList());
  }
}
