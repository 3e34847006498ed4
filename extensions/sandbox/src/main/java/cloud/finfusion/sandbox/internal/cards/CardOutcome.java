package cloud.finfusion.sandbox.internal.cards;

import java.time.Duration;
import java.util.Optional;

/**
 * What becomes of a payment with a card.
 *
 * @param takes how long it is processed before it is decided
 * @param decline why it is declined; empty when it succeeds
 * @param dispute the customer's dispute of it; empty for none
 * @param refund what becomes of its refunds
 */
public record CardOutcome(
    Duration takes,
    Optional<Decline> decline,
    Optional<DisputeCourse> dispute,
    RefundCourse refund) {
  public static CardOutcome succeeds() {
    return decided(Optional.empty());
  }

  public static CardOutcome declined(Decline reason) {
    return decided(Optional.of(reason));
  }

  /** Whether the payment is processing for a time. */
  public boolean isSlow() {
    return !takes.isZero();
  }

  static CardOutcome decided(Optional<Decline> decline) {
    return new CardOutcome(Duration.ZERO, decline, Optional.empty(), RefundCourse.AT_ONCE);
  }

  /** The same outcome, decided later. */
  public CardOutcome after(Duration time) {
    return new CardOutcome(time, decline, dispute, refund);
  }

  /** The same outcome, with this dispute. */
  public CardOutcome disputed(DisputeCourse course) {
    return new CardOutcome(takes, decline, Optional.of(course), refund);
  }

  /** The same outcome, with refunds that take this course. */
  public CardOutcome refunded(RefundCourse course) {
    return new CardOutcome(takes, decline, dispute, course);
  }
}
