package cloud.finfusion.stress;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The threads of one round, and what they let out. */
final class RoundThreads extends ThreadGroup {
  private final Queue<String> uncaught = new ConcurrentLinkedQueue<>();

  RoundThreads() {
    super("stress");
  }

  @Override
  public void uncaughtException(Thread thread, Throwable thrown) {
    StringWriter trace = new StringWriter();
    thrown.printStackTrace(new PrintWriter(trace));
    uncaught.add(thread.getName() + ", " + trace);
  }

  /** What was thrown out of a thread, with its trace. */
  List<String> uncaught() {
    return List.copyOf(uncaught);
  }

  /** The threads of clients that are alive. */
  List<Thread> ofClients() {
    Thread[] all = new Thread[activeCount() + 1000]; // the count is an estimate
    enumerate(all);
    return Arrays.stream(all)
        .filter(Objects::nonNull)
        .filter(each -> each.getName().startsWith("finfusion-"))
        .toList();
  }
}
