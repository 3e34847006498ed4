package cloud.finfusion.internal.guard;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Runs tasks on another executor, one at a time and in the order in which they were submitted. What
 * a task throws is logged and does not keep the next one from running.
 */
public final class SerialExecutor implements Executor {
  private final Executor executor;
  private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);

  /** Uses the threads of this executor. */
  public SerialExecutor(Executor executor) {
    this.executor = executor;
  }

  @Override
  public synchronized void execute(Runnable task) {
    last = last.thenRunAsync(() -> Guard.run("a task", task), executor);
  }
}
