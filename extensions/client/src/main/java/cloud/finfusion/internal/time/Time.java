package cloud.finfusion.internal.time;

import java.time.Instant;
import java.time.InstantSource;

/** The clock, the waits and the timer of the pipeline, which tests replace. Thread-safe. */
public interface Time extends InstantSource, AutoCloseable {
  /** Returns nanoseconds since an arbitrary moment; never decreases. */
  long nanos();

  /** Returns the wall clock's time, for dates that a server sends. */
  @Override
  Instant instant();

  /**
   * Blocks the caller for a wait; returns early when it is unparked or interrupted, or for no
   * reason.
   */
  void park(long nanos);

  /** Runs the task after a wait, on the one timer thread. The returned task cancels it. */
  Runnable afterWait(long nanos, Runnable task);

  /**
   * Runs the task when a time limit is reached, on the one timer thread. The returned task cancels
   * it.
   */
  Runnable atLimit(long nanos, Runnable task);

  /** Ends the timer. */
  @Override
  void close();
}
