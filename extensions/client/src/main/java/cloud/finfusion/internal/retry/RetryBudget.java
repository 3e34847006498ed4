package cloud.finfusion.internal.retry;

import cloud.finfusion.retry.RetryOptions;
import org.jspecify.annotations.Nullable;

/** The budget of retries. Thread-safe. */
public interface RetryBudget {
  /** Returns a new budget for one client; unlimited unless the options set one. */
  static RetryBudget of(RetryOptions options) {
    return options.budgetRatio() == null
        ? UNLIMITED
        : new SavedBudget(options.budgetRatio(), options.budgetReserve());
  }

  /** Allows every retry. */
  RetryBudget UNLIMITED =
      new RetryBudget() {
        @Override
        public void callMade() {}

        @Override
        public boolean payRetry() {
          return true;
        }

        @Override
        public @Nullable Double left() {
          return null;
        }
      };

  /** Counts a call, which adds to the budget. */
  void callMade();

  /** Takes a retry from the budget. Returns whether there was enough. */
  boolean payRetry();

  /** Returns how many retries may be made now; null for any number. */
  @Nullable Double left();
}
