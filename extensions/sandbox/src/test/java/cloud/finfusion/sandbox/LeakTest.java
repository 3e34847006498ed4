package cloud.finfusion.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("counts the threads of all sandboxes")
class LeakTest {
  @Test
  @DisplayName("C208 a hundred starts and stops leave no thread; all threads are daemons")
  void nothingIsLeftBehind() throws InterruptedException {
    Set<Thread> seen = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      try (Sandbox sandbox = Sandbox.start()) {
        new Caller(sandbox).get("/v2/payments");
        Thread.getAllStackTraces().keySet().stream().filter(LeakTest::isOurs).forEach(seen::add);
      }
    }

    for (Thread thread : seen) {
      thread.join(1_000);
    }
    assertThat(seen).isNotEmpty().allMatch(Thread::isDaemon).noneMatch(Thread::isAlive);
  }

  private static boolean isOurs(Thread thread) {
    return thread.getName().startsWith("finfusion-sandbox");
  }
}
