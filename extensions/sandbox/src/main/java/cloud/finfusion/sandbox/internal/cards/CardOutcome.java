package cloud.finfusion.sandbox.internal.cards;

import java.time.Duration;
import java.util.Optional;

/**
 * What becomes of a payment with a card.
 *
 * @param takes how long it is processed before it is decided
 * @param decline why it is declined; empty when it succeeds
 * @param disputedAfter how long after the charge the customer disputes it; empty for never
 */
public record CardOutcome(
    Duration takes, Optional<Decline> decline, Optional<Duration> disputedAfter) {
  public static CardOutcome succeeds() {
    return new CardOutcome(Duration.ZERO, Optional.empty(), Optional.empty());
  }

  public static CardOutcome declined(Decline reason) {
    return decided(Optional.of(reason));
  }

  /** Whether the payment is processing for a time. */
  public boolean isSlow() {
    return !takes.isZero();
  }

  static CardOutcome decided(Optional<Decline> decline) {
    return new CardOutcome(Duration.ZERO, decline, Optional.empty());
  }

  /** The same outcome, decided later. */
  public CardOutcome after(Duration time) {
    return new CardOutcome(time, decline, disputedAfter);
  }

  /** The same outcome, disputed this time after the charge. */
  public CardOutcome disputedAfter(Duration time) {
    return new CardOutcome(takes, decline, Optional.of(time));
  }
}
