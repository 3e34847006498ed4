package cloud.finfusion.internal.call;

import cloud.finfusion.internal.guard.Guard;
import cloud.finfusion.internal.loop.StopReason;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The calls of a client that are under way, which closing the client ends. The calls of a derived
 * client are also those of the client it came from, which has the connections.
 */
public final class OpenCalls {
  private final Set<Stoppable> calls = ConcurrentHashMap.newKeySet();
  private final @Nullable OpenCalls origin;
  private volatile boolean closed;

  /** Starts without calls. */
  public OpenCalls() {
    this(null);
  }

  private OpenCalls(@Nullable OpenCalls origin) {
    this.origin = origin;
  }

  /** Returns the calls of a derived client, which closing the client that was built ends too. */
  public OpenCalls derived() {
    return new OpenCalls(origin == null ? this : origin);
  }

  /** Returns whether the client is closed. */
  public boolean isClosed() {
    return closed || (origin != null && origin.isClosed());
  }

  /**
   * A call starts.
   *
   * @throws IllegalStateException if the client is closed
   */
  void enter(Stoppable call) {
    if (origin != null) {
      origin.enter(call);
    }
    calls.add(call);
    if (closed) {
      leave(call);
      throw refusal();
    }
  }

  /**
   * Refuses what a closed client does not do.
   *
   * @throws IllegalStateException if the client is closed
   */
  public void refuseIfClosed() {
    if (isClosed()) {
      throw refusal();
    }
  }

  private static IllegalStateException refusal() {
    return new IllegalStateException(
        "the client is closed. Make calls before close(), or make a new client");
  }

  void leave(Stoppable call) {
    calls.remove(call);
    if (origin != null) {
      origin.leave(call);
    }
  }

  /** Ends all waits; attempts on the wire may finish. */
  public void close() {
    closed = true;
    calls.forEach(call -> Guard.run("a call", () -> call.stop(StopReason.CLOSED)));
  }

  /** Returns how many calls are under way. */
  public int size() {
    return calls.size();
  }
}
