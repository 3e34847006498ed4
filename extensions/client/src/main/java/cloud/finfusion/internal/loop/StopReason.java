package cloud.finfusion.internal.loop;

/** Why a call was ended early. */
public enum StopReason {
  CANCELLED,
  INTERRUPTED,
  DEADLINE,
  CLOSED,
  NO_PERMIT,
  CIRCUIT_OPEN;

  /** Whether an attempt on the wire is ended too. */
  public boolean isHard() {
    return this != CLOSED;
  }

  /** Whether the reason is the caller's own, so that others who wait for the same may go on. */
  boolean isOwn() {
    return this != NO_PERMIT && this != CIRCUIT_OPEN;
  }
}
