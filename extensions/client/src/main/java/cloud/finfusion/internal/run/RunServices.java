package cloud.finfusion.internal.run;

import cloud.finfusion.metrics.CallListener;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What runs of many calls share with their client: its clock, its retry rules and its listeners.
 * Thread-safe.
 */
public interface RunServices {
  /** Returns whether the client is closed; its next call will fail. */
  boolean isClosed();

  /** Returns nanoseconds since an arbitrary moment; never decreases. */
  long nanos();

  /** Returns the wall clock's time. */
  Instant now();

  /** Returns where the client's calls go: the URL of the API and the environment. */
  String destination();

  /** Returns the deadline of the client's calls. */
  Duration callDeadline();

  /**
   * Runs the task after a wait, on a thread of the client; at once if the client is closed
   * meanwhile, so that what waits learns of that from its next call. The returned task takes it
   * back.
   */
  Runnable afterWait(Duration wait, Runnable task);

  /**
   * Returns how long to wait before items of a batch are sent again, by the client's retry options
   * and budget; null if they are not.
   *
   * @param status the status with which the items were refused
   * @param retries how often they were sent again already
   * @param left the time until the deadline
   */
  @Nullable Duration retryDelay(int status, int retries, Duration left);

  /**
   * Captures what the client's listeners find on this thread, where a run starts. Returns what
   * makes a call so that they find it there too.
   */
  CallMaker capture();

  /** Makes a call, and returns what the call returns. */
  interface CallMaker {
    /** Makes the call on this thread. */
    <T> T make(Supplier<T> call);
  }

  /** Notifies the client's listeners; exceptions they throw are logged and ignored. */
  void notify(Consumer<CallListener> event);
}
