package cloud.finfusion.testing;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;

/**
 * A group of threads in which something runs; threads that it starts are in the group too. So they
 * can be counted while other tests start theirs.
 */
public final class ThreadGroupCounter {
  private final ThreadGroup group = new ThreadGroup("own");

  /** Runs it on a thread of the group, which is over when this returns. */
  public <T> T run(Callable<T> task) throws Exception {
    FutureTask<T> future = new FutureTask<>(task);
    Thread thread = new Thread(group, future);
    thread.start();
    thread.join();
    return future.get();
  }

  /** The names of the threads that are alive; not of OkHttp's, which all clients of a JVM share. */
  public List<String> alive() {
    return threads().stream().map(Thread::getName).filter(ThreadGroupCounter::isOfAClient).toList();
  }

  private static boolean isOfAClient(String name) {
    return !name.startsWith("OkHttp TaskRunner")
        && !name.startsWith("OkHttp ConnectionPool")
        && !name.equals("Okio Watchdog");
  }

  /** Returns when no thread of this name is alive. */
  public void joinAll(String name) throws InterruptedException {
    for (Thread each : threads()) {
      if (each.getName().equals(name)) {
        each.join();
      }
    }
  }

  private List<Thread> threads() {
    Thread[] all = new Thread[group.activeCount() + 1000]; // the count is an estimate
    group.enumerate(all);
    return Arrays.stream(all).filter(Objects::nonNull).toList();
  }
}
