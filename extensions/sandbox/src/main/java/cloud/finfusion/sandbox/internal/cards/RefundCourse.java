package cloud.finfusion.sandbox.internal.cards;

import java.time.Duration;

/**
 * What becomes of a refund.
 *
 * @param takes how long it is pending
 * @param succeeds whether it succeeds then
 */
public record RefundCourse(Duration takes, boolean succeeds) {
  /** Succeeds at once. */
  public static final RefundCourse AT_ONCE = new RefundCourse(Duration.ZERO, true);
}
