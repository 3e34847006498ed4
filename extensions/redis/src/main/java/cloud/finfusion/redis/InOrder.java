package cloud.finfusion.redis;

import java.util.concurrent.CompletableFuture;

/**
 * Runs tasks one after the other on threads of the JDK, so that none waits on a thread of the
 * connection. Whatever a task throws ends that task only. Thread-safe.
 */
final class InOrder {
  private CompletableFuture<?> last = CompletableFuture.completedFuture(null); // guarded by this

  synchronized void execute(Runnable task) {
    last = last.exceptionally(thrown -> null).thenRunAsync(task);
  }
}
