package cloud.finfusion.internal.call;

import cloud.finfusion.internal.time.Time;

/** How long an attempt takes and may take, in nanoseconds. Thread-safe. */
final class AttemptTime {
  private final Time time;
  private final long deadlineAt;
  private final long startedAt;
  private volatile long measured = -1; // written by OBSERVE ATTEMPT

  /** Starts now. */
  AttemptTime(Time time, long deadlineAt) {
    this.time = time;
    this.deadlineAt = deadlineAt;
    this.startedAt = time.nanos();
  }

  /**
   * Returns the time until the deadline. Foreign code may have used it up on the way to the wire.
   */
  long left() {
    return deadlineAt - time.nanos();
  }

  void took(long nanos) {
    measured = nanos;
  }

  /** Returns how long the exchange took; if OBSERVE ATTEMPT did not measure it, the time so far. */
  long elapsed() {
    long known = measured;
    return known >= 0 ? known : time.nanos() - startedAt;
  }
}
