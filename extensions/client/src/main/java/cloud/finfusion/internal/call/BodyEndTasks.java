package cloud.finfusion.internal.call;

import cloud.finfusion.internal.guard.Guard;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The end of a body, and the tasks that wait for it. They run once, in the order in which they were
 * added, one thread at a time and under no lock. Thread-safe.
 */
final class BodyEndTasks {
  private final CallServices services;
  private final CallContext context;
  private final Queue<Consumer<BodyEnd>> tasks = new ArrayDeque<>(); // guarded by this
  private boolean running; // guarded by this; whether a thread runs the tasks
  private @Nullable BodyEnd end; // guarded by this

  BodyEndTasks(CallServices services, CallContext context) {
    this.services = services;
    this.context = context;
  }

  /** Sets how the body ended. The tasks wait for {@link #runAll}. */
  synchronized void bodyEnded(BodyEnd how) {
    end = how;
  }

  /** Returns how the body ended; null while it is open. */
  synchronized @Nullable BodyEnd end() {
    return end;
  }

  synchronized void add(Consumer<BodyEnd> task) {
    tasks.add(task);
  }

  /** Runs the tasks if the body has ended, and no other thread runs them. */
  void runAll() {
    Consumer<BodyEnd> task = first();
    while (task != null) {
      run(task);
      task = next();
    }
  }

  private synchronized @Nullable Consumer<BodyEnd> first() {
    return end == null || running ? null : next();
  }

  private synchronized @Nullable Consumer<BodyEnd> next() {
    Consumer<BodyEnd> next = tasks.poll();
    running = next != null;
    return next;
  }

  private void run(Consumer<BodyEnd> task) {
    LogScope scope = services.enterLog(context);
    try {
      Guard.accept("the end of a body", task, Objects.requireNonNull(end()));
    } finally {
      scope.close();
    }
  }
}
