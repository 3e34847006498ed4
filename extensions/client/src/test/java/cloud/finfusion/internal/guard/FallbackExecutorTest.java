package cloud.finfusion.internal.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** No task is lost, whatever state the threads are in. */
class FallbackExecutorTest {
  private final AtomicInteger runs = new AtomicInteger();

  @Test
  void aTaskThatAThreadTakesIsLeftToIt() {
    List<Runnable> taken = new ArrayList<>();

    new FallbackExecutor(taken::add).execute(runs::incrementAndGet);

    assertThat(taken).hasSize(1);
    assertThat(runs).hasValue(0);
  }

  @Test
  @DisplayName("A1 with no thread left, or once it is closed, the task runs where it is submitted")
  void aTaskThatNoThreadTakes() {
    for (Error noThread : List.of(new OutOfMemoryError("test"), new InternalError("test"))) {
      new FallbackExecutor(
              task -> {
                throw noThread;
              })
          .execute(runs::incrementAndGet);
    }
    new FallbackExecutor(
            task -> {
              throw new RejectedExecutionException("closed");
            })
        .execute(runs::incrementAndGet);

    assertThat(runs).hasValue(3);
  }
}
