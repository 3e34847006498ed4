package cloud.finfusion.redis;

/**
 * Which changes an instance knows, and up to when it knows all. A change that is known was dropped
 * from the caches.
 *
 * <p>A message that does not follow on the last one shows that others were lost. So does a check
 * that finds a number for which no message came before the next check. Either way everything is
 * dropped, and with it all that was missed.
 *
 * <p>Used by one thread at a time, but for {@link #number} and {@link #knowsAllSince}.
 */
final class SeenChanges {
  /** Lower than each number. */
  private static final long NONE = Long.MIN_VALUE;

  private volatile long number = NONE;
  private volatile long completeAt;
  private volatile boolean complete;
  private long awaited = NONE;
  private long awaitedSince;

  /** Returns the number of the last change that is known. */
  long number() {
    return number;
  }

  /** Returns whether a change with this one before it is the next. */
  boolean follows(long before) {
    return before == number;
  }

  /** All up to this change are known. */
  void know(long change) {
    number = change;
    if (awaited != NONE && change >= awaited) {
      complete(awaitedSince);
    }
  }

  /**
   * Redis says what the last change is. Returns whether that is possible without a lost message.
   *
   * @param last the number of the last change
   * @param knownBefore the number of the last known change when Redis was asked
   * @param askedAt when Redis was asked
   */
  boolean check(long last, long knownBefore, long askedAt) {
    if (last >= knownBefore && last <= number) {
      complete(askedAt);
      return true;
    }
    boolean first = number == NONE;
    if (last < knownBefore || first || awaited != NONE) {
      return false;
    }
    awaited = last; // its message is on the way
    awaitedSince = askedAt;
    return true;
  }

  /** Everything was dropped after Redis was asked and said what the last change is. */
  void restart(long last, long askedAt) {
    number = last;
    complete(askedAt);
  }

  private void complete(long at) {
    awaited = NONE;
    completeAt = at;
    complete = true;
  }

  /** Messages may have been lost. */
  void forget() {
    number = NONE;
  }

  /** Returns whether all changes up to this time are known. */
  boolean knowsAllSince(long time) {
    return complete && completeAt - time >= 0;
  }
}
