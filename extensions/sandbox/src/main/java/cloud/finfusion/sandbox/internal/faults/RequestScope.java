package cloud.finfusion.sandbox.internal.faults;

import org.jspecify.annotations.Nullable;

/** Which requests a rule applies to: all from now on, unless it is narrowed. Thread-safe. */
public final class RequestScope {
  private @Nullable String operation;
  private int passing;
  private int left = Integer.MAX_VALUE;

  /** A scope that begins after so many requests. */
  public static RequestScope after(int requests) {
    if (requests < 0) {
      throw new IllegalArgumentException("0 requests or more pass before a rule, not " + requests);
    }
    RequestScope scope = new RequestScope();
    scope.passing = requests;
    return scope;
  }

  public synchronized void on(String name) {
    operation = name;
  }

  public synchronized void times(int requests) {
    if (requests < 1) {
      throw new IllegalArgumentException("A rule applies to 1 request or more, not " + requests);
    }
    left = requests;
  }

  /** Applies the rule to no further request. */
  public synchronized void end() {
    left = 0;
  }

  /** The operation it is narrowed to; null for all. */
  synchronized @Nullable String operation() {
    return operation;
  }

  /** How many more requests it applies to; {@link Integer#MAX_VALUE} for all. */
  synchronized int left() {
    return left;
  }

  /** Counts a request of this operation, and says whether the rule applies to it. */
  synchronized boolean takes(String name) {
    if (left == 0 || (operation != null && !operation.equals(name))) {
      return false;
    }
    if (passing > 0) {
      passing--;
      return false;
    }
    left--;
    return true;
  }
}
