package cloud.finfusion.internal.loop;

/** Why a call was ended early. */
public enum StopReason {
  CANCELLED,
  INTERRUPTED,
  DEADLINE,
  CLOSED,
  NO_PERMIT,
  CIRCUIT_OPEN;

  /** Returns whether an attempt on the wire is ended too. */
  public boolean isHard() {
    return this != CLOSED;
  }

  /**
   * Returns whether the reason concerns this caller only, so that callers of equal reads may go on.
   */
  boolean isOwn() {
    return this != NO_PERMIT && this != CIRCUIT_OPEN;
  }
}
