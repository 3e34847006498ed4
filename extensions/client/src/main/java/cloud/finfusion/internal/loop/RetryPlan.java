package cloud.finfusion.internal.loop;

/** Says whether and when a call is tried again. */
public interface RetryPlan {
  /** What {@link #delay} returns when there is no other attempt. */
  long NEVER = -1;

  /**
   * Returns the nanoseconds until the next attempt, or {@link #NEVER}.
   *
   * @param retries how often the call was tried again up to now
   * @param left the nanoseconds until the deadline
   */
  long delay(AttemptResult result, int retries, long left);

  /** Pays for a retry; false if the budget of retries is spent. */
  boolean pay();
}
