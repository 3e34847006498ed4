package cloud.finfusion.internal.retry;

import cloud.finfusion.retry.RetryOptions;

/** What retries are paid from. Thread-safe. */
public interface RetryBudget {
  /** Returns a new budget for one client; unlimited unless asked for. */
  static RetryBudget of(RetryOptions options) {
    return options.budgetRatio() == null
        ? UNLIMITED
        : new SavedBudget(options.budgetRatio(), options.budgetReserve());
  }

  /** Pays for every retry. */
  RetryBudget UNLIMITED =
      new RetryBudget() {
        @Override
        public void callMade() {}

        @Override
        public boolean payRetry() {
          return true;
        }
      };

  /** A call was made, which pays in. */
  void callMade();

  /** Pays for a retry. Returns whether there was enough. */
  boolean payRetry();
}
