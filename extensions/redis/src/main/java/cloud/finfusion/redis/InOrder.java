package cloud.finfusion.redis;

import java.util.concurrent.CompletableFuture;

/**
 * Runs tasks one after the other on threads of the JDK, so that none waits on a thread of the
 * connection. Whatever a task throws ends that task only. Thread-safe.
 */
final class InOrder {
  private final int most;
  private CompletableFuture<?> last = CompletableFuture.completedFuture(null); // guarded by this
  private int waiting; // guarded by this

  /**
   * Makes an empty queue.
   *
   * @param most how many tasks may wait that can be left out
   */
  InOrder(int most) {
    this.most = most;
  }

  /** Runs a task that can be left out: not at all while too many wait, as when one hangs. */
  synchronized void offer(Runnable task) {
    if (waiting < most) {
      execute(task);
    }
  }

  synchronized void execute(Runnable task) {
    waiting++;
    last = last.exceptionally(thrown -> null).thenRunAsync(() -> run(task));
  }

  private void run(Runnable task) {
    started();
    task.run();
  }

  private synchronized void started() {
    waiting--;
  }
}
