package cloud.finfusion.internal.retry;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Keeps retries from multiplying the load in an outage: each call adds a part of a retry to the
 * budget. Once the reserve is spent, a hundred calls allow ten retries at a ratio of 0.1.
 */
final class SavedBudget implements RetryBudget {
  private static final long ONE_RETRY = 1000;

  private final long perCall;
  private final long most;
  private final AtomicLong saved;

  /** Starts with the whole reserve. */
  SavedBudget(double ratio, int reserve) {
    this.perCall = Math.round(ratio * ONE_RETRY);
    this.most = Math.max(ONE_RETRY, reserve * ONE_RETRY);
    this.saved = new AtomicLong(reserve * ONE_RETRY);
  }

  @Override
  public void callMade() {
    saved.accumulateAndGet(perCall, (before, more) -> Math.min(most, before + more));
  }

  @Override
  public boolean payRetry() {
    return saved.getAndUpdate(now -> now >= ONE_RETRY ? now - ONE_RETRY : now) >= ONE_RETRY;
  }

  @Override
  public Double left() {
    return (double) saved.get() / ONE_RETRY;
  }
}
