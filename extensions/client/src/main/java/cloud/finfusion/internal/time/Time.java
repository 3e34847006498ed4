package cloud.finfusion.internal.time;

import java.time.Instant;

/** The clock and the waits of the pipeline, so that tests can own time. Thread-safe. */
public interface Time extends AutoCloseable {
  /** Returns nanoseconds since some moment; never goes back. */
  long nanos();

  /** Returns the time of the world, for dates that a server sends. */
  Instant now();

  /**
   * Blocks the caller for a wait; returns early when it is unparked or interrupted, or for no
   * reason.
   */
  void park(long nanos);

  /** Runs the task after a wait, on the one timer thread. Returns what takes it back. */
  Runnable afterWait(long nanos, Runnable task);

  /**
   * Runs the task when a time limit is reached, on the one timer thread. Returns what takes it
   * back.
   */
  Runnable atLimit(long nanos, Runnable task);

  /** Ends the timer. */
  @Override
  void close();
}
