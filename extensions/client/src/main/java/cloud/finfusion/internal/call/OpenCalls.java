package cloud.finfusion.internal.call;

import cloud.finfusion.internal.loop.StopReason;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The calls of a client that are under way, which closing the client ends. */
public final class OpenCalls {
  private final Set<Stoppable> calls = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /** Starts without calls. */
  public OpenCalls() {}

  /** Returns whether the client is closed. */
  public boolean isClosed() {
    return closed;
  }

  /**
   * A call starts.
   *
   * @throws IllegalStateException if the client is closed
   */
  void enter(Stoppable call) {
    calls.add(call);
    if (closed) {
      calls.remove(call);
      throw new IllegalStateException(
          "the client is closed. Make calls before close(), or make a new client");
    }
  }

  void leave(Stoppable call) {
    calls.remove(call);
  }

  /** Ends all waits; attempts on the wire may finish. */
  public void close() {
    closed = true;
    calls.forEach(call -> call.stop(StopReason.CLOSED));
  }

  /** Returns how many calls are under way. */
  public int size() {
    return calls.size();
  }
}
