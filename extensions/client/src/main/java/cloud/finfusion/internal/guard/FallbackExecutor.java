package cloud.finfusion.internal.guard;

import java.util.concurrent.Executor;

/**
 * Runs tasks on the client's threads. Where none takes a task, as once the client is closed or
 * while the system has no thread left, the thread that submits it runs it: a task that is lost
 * would leave a call without an end.
 */
public record FallbackExecutor(Executor threads) implements Executor {
  @Override
  public void execute(Runnable task) {
    if (!isTaken(task)) {
      task.run();
    }
  }

  private boolean isTaken(Runnable task) {
    try {
      threads.execute(task);
      return true;
    } catch (Throwable noThread) {
      return false;
    }
  }
}
