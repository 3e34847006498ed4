package cloud.finfusion.internal.pagination;

import java.util.concurrent.atomic.AtomicReference;

/**
 * Runs a task on one thread at a time. While it runs, a further run only makes the task run once
 * more afterwards; so a task that leads to another run of itself needs no stack for it.
 */
final class SerialTask {
  private enum State {
    IDLE,
    RUNNING,
    RUN_AGAIN
  }

  private final AtomicReference<State> state = new AtomicReference<>(State.IDLE);
  private final Runnable task;

  SerialTask(Runnable task) {
    this.task = task;
  }

  void run() {
    State before = state.getAndUpdate(now -> now == State.IDLE ? State.RUNNING : State.RUN_AGAIN);
    if (before != State.IDLE) {
      return;
    }
    do {
      state.set(State.RUNNING);
      task.run();
    } while (!state.compareAndSet(State.RUNNING, State.IDLE));
  }
}
