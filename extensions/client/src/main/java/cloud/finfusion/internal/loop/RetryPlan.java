package cloud.finfusion.internal.loop;

/** Decides whether and when a call is tried again. */
public interface RetryPlan {
  /** The result of {@link #delay} when there is no further attempt. */
  long NEVER = -1;

  /**
   * Returns the nanoseconds until the next attempt, or {@link #NEVER}.
   *
   * @param retries how often the call was tried again up to now
   * @param left the nanoseconds until the deadline
   */
  long delay(AttemptResult result, int retries, long left);

  /** Takes a retry from the budget; false if the budget is spent. */
  boolean pay();
}
