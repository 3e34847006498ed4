package cloud.finfusion.sandbox;

import cloud.finfusion.sandbox.internal.faults.ConnectionFaults;
import cloud.finfusion.sandbox.internal.faults.Fault;
import cloud.finfusion.sandbox.internal.faults.RandomFaults;
import cloud.finfusion.sandbox.internal.faults.ResponseFaults;

/**
 * Random faults of one operation, or of all, each with its share of the requests. With the same
 * seed the n-th request gets the same fault.
 *
 * <pre>{@code
 * sandbox.faults().randomly("payments.create", 42).status(0.20, 503).resetAfterWork(0.02);
 * }</pre>
 */
public final class FaultMix {
  private final RandomFaults faults;

  FaultMix(RandomFaults faults) {
    this.faults = faults;
  }

  /** Responds with this status and its error envelope; the work is not done. */
  public FaultMix status(double share, int status) {
    return add(share, ResponseFaults.status(status));
  }

  /** Resets the connection; the work is not done. */
  public FaultMix resetBeforeWork(double share) {
    return add(share, ConnectionFaults.RESET);
  }

  /** Closes the connection without sending a byte; the work is not done. */
  public FaultMix dropBeforeWork(double share) {
    return add(share, ConnectionFaults.DROP);
  }

  /** Does the work, then closes the connection without sending a byte. */
  public FaultMix dropAfterWork(double share) {
    return add(share, ConnectionFaults.DROP_AFTER_WORK);
  }

  /** Does the work, then resets the connection without sending a byte. */
  public FaultMix resetAfterWork(double share) {
    return add(share, ConnectionFaults.RESET_AFTER_WORK);
  }

  /** Does the work, then closes the connection half way through the response. */
  public FaultMix truncate(double share) {
    return add(share, ConnectionFaults.TRUNCATE);
  }

  private FaultMix add(double share, Fault fault) {
    faults.add(share, fault);
    return this;
  }
}
