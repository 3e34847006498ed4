package cloud.finfusion.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** Tasks that hang and throw. */
class InOrderTest {
  private final InOrder tasks = new InOrder(3);
  private final List<String> done = new CopyOnWriteArrayList<>();

  @Test
  void behindATaskThatHangsNoMoreThanTheMostWait() {
    CompletableFuture<Void> started = new CompletableFuture<>();
    CompletableFuture<Void> hangs = new CompletableFuture<>();
    tasks.execute(
        () -> {
          started.complete(null);
          hangs.join();
        });
    started.join();

    for (int i = 1; i <= 100; i++) {
      String name = "offered " + i;
      tasks.offer(() -> done.add(name));
    }
    tasks.execute(() -> done.add("last"));
    hangs.complete(null);

    Await.until(() -> done.contains("last"), done::toString);
    assertThat(done).containsExactly("offered 1", "offered 2", "offered 3", "last");
    tasks.offer(() -> done.add("later"));
    Await.until(() -> done.contains("later"), done::toString);
  }

  @Test
  void afterATaskThatThrowsTheNextOneRuns() {
    tasks.execute(
        () -> {
          throw new AssertionError("of a test");
        });
    tasks.offer(() -> done.add("next"));

    Await.until(() -> done.contains("next"), () -> "not run");
  }
}
