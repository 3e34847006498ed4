package cloud.finfusion.retry;

/** What retries are paid from. Thread-safe. */
public interface RetryBudget {
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
