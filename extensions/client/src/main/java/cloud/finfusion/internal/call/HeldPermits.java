package cloud.finfusion.internal.call;

import cloud.finfusion.internal.guard.Guard;
import cloud.finfusion.internal.permit.AttemptEnd;
import cloud.finfusion.internal.permit.Permit;
import org.jspecify.annotations.Nullable;

/**
 * The permits of one call, by source. Each is ended once: used by an attempt or released. Not
 * thread-safe: used by the driver's thread or, while an attempt is on the wire, by the attempt's.
 */
public final class HeldPermits {
  private final @Nullable Permit[] bySource;

  public HeldPermits(int sources) {
    bySource = new @Nullable Permit[sources];
  }

  public void hold(int source, Permit permit) {
    bySource[source] = permit;
  }

  public @Nullable Permit of(int source) {
    return bySource[source];
  }

  /** Releases the permits from this source on; nothing is sent with them. */
  public void releaseFrom(int source) {
    for (int i = source; i < bySource.length; i++) {
      Permit permit = bySource[i];
      bySource[i] = null;
      if (permit != null) {
        Guard.run("a permit source", permit::release);
      }
    }
  }

  /** Ends all permits: the attempt that used them is over. */
  public void attemptEnded(AttemptEnd end) {
    for (int i = 0; i < bySource.length; i++) {
      Permit permit = bySource[i];
      bySource[i] = null;
      if (permit != null) {
        Guard.accept("a permit source", permit::attemptEnded, end);
      }
    }
  }

  /**
   * Ends the permits of an attempt whose body is read by its caller. Returns those that are held
   * until the body has ended.
   */
  HeldPermits bodyOpened(AttemptEnd end) {
    HeldPermits ofBody = new HeldPermits(bySource.length);
    for (int i = 0; i < bySource.length; i++) {
      Permit permit = bySource[i];
      if (permit != null && permit.isHeldByBody()) {
        bySource[i] = null;
        ofBody.hold(i, permit);
      }
    }
    attemptEnded(end);
    return ofBody;
  }

  boolean isEmpty() {
    return bySource.length == 0;
  }
}
