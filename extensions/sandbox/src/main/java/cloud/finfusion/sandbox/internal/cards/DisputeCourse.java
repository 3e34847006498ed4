package cloud.finfusion.sandbox.internal.cards;

import java.time.Duration;
import java.util.Optional;

/**
 * The dispute of a customer about a payment.
 *
 * @param after how long after the charge the customer disputes it
 * @param end how the dispute ends; empty when a test decides that, or nobody
 */
public record DisputeCourse(Duration after, Optional<End> end) {
  /** How long a dispute needs a response, which the sandbox then takes as given. */
  public static final Duration UNTIL_RESPONSE = Duration.ofDays(1);

  /** How long the customer's bank reviews a dispute. */
  public static final Duration UNDER_REVIEW = Duration.ofDays(7);

  /** How a dispute ends, with its status as text. */
  public enum End {
    WON,
    LOST
  }
}
