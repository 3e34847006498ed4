package cloud.finfusion.sandbox;

import cloud.finfusion.sandbox.internal.cards.CardOutcome;
import cloud.finfusion.sandbox.internal.cards.Decline;
import cloud.finfusion.sandbox.internal.cards.DisputeCourse;
import cloud.finfusion.sandbox.internal.cards.RefundCourse;
import cloud.finfusion.sandbox.internal.cards.TestCard;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Card numbers that decide what becomes of a payment. Any other number with a right check digit
 * succeeds. Expiry and security code are checked as those of any card, and any that pass will do.
 *
 * <p>The numbers and their effects are those that developers know from other payment services. A
 * declined payment is an error of status 402 and leaves a payment that failed; a reason beside the
 * code is in the error's details.
 */
public final class TestCards {
  /** A Visa card that succeeds, as in the documentation's sample of a payment. */
  public static final String VISA = "4242424242424242";

  /** A Visa card that succeeds, as in the documentation's sample of a token. */
  public static final String VISA_TO_TOKENIZE = "4111111111111111";

  /** A Mastercard that succeeds. */
  public static final String MASTERCARD = "5555555555554444";

  /** An American Express card that succeeds; its security code has four digits. */
  public static final String AMERICAN_EXPRESS = "378282246310005";

  /** Declined with PAY001, without a reason. */
  public static final String DECLINED = "4000000000000002";

  /** Declined with PAY002. */
  public static final String INSUFFICIENT_FUNDS = "4000000000009995";

  /** Declined with PAY001, because the card was reported lost. */
  public static final String LOST = "4000000000009987";

  /** Declined with PAY001, because the card was reported stolen. */
  public static final String STOLEN = "4000000000009979";

  /** Declined with PAY001, because the bank says that the card has expired. */
  public static final String EXPIRED = "4000000000000069";

  /** Declined with PAY001, because the bank says that the security code is wrong. */
  public static final String INCORRECT_CVC = "4000000000000127";

  /** Declined with PAY001, because the bank could not process the payment. */
  public static final String PROCESSING_ERROR = "4000000000000119";

  /** Succeeds, and is disputed an hour after the charge, on the sandbox's clock. */
  public static final String DISPUTED = "4000000000000259";

  /**
   * Succeeds, and is disputed an hour after the charge; the dispute is under review a day later,
   * and won after a week of review. The payment has then succeeded again.
   */
  public static final String DISPUTE_WON = "4000000000000267";

  /** As {@link #DISPUTE_WON}, but lost: the payment stays disputed. */
  public static final String DISPUTE_LOST = "4000000000000275";

  /** Succeeds; its refunds are pending for an hour on the sandbox's clock, and then succeed. */
  public static final String REFUND_PENDING = "4000000000000770";

  /** Succeeds; its refunds are pending for an hour on the sandbox's clock, and then fail. */
  public static final String REFUND_FAILS = "4000000000000788";

  /** Is processing for 30 seconds on the sandbox's clock, and then succeeds. */
  public static final String SLOW = "4000000000000705";

  /** Is processing for 30 seconds on the sandbox's clock, and then fails. */
  public static final String SLOW_DECLINED = "4000000000000804";

  /**
   * Lets the amount decide. Its last two digits are a response code of ISO 8583: 05 is declined as
   * {@link #DECLINED}, 41 as {@link #LOST}, 43 as {@link #STOLEN}, 51 as {@link
   * #INSUFFICIENT_FUNDS}, 54 as {@link #EXPIRED}, 82 as {@link #INCORRECT_CVC}, 96 as {@link
   * #PROCESSING_ERROR}. All others succeed. The amounts of other cards decide nothing.
   */
  public static final String BY_AMOUNT = "4000000000000606";

  private static final CardOutcome SUCCEEDS = CardOutcome.succeeds();
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration SLOWNESS = Duration.ofSeconds(30);

  /** All cards, in the order in which readers see them. */
  static final List<TestCard> TABLE =
      List.of(
          TestCard.of("VISA", VISA, "succeeds", SUCCEEDS),
          TestCard.of("VISA_TO_TOKENIZE", VISA_TO_TOKENIZE, "succeeds", SUCCEEDS),
          TestCard.of("MASTERCARD", MASTERCARD, "succeeds", SUCCEEDS),
          TestCard.of(
              "AMERICAN_EXPRESS", AMERICAN_EXPRESS, "succeeds; its code has 4 digits", SUCCEEDS),
          declined("DECLINED", DECLINED, Decline.DECLINED),
          declined("INSUFFICIENT_FUNDS", INSUFFICIENT_FUNDS, Decline.INSUFFICIENT_FUNDS),
          declined("LOST", LOST, Decline.LOST),
          declined("STOLEN", STOLEN, Decline.STOLEN),
          declined("EXPIRED", EXPIRED, Decline.EXPIRED),
          declined("INCORRECT_CVC", INCORRECT_CVC, Decline.INCORRECT_CVC),
          declined("PROCESSING_ERROR", PROCESSING_ERROR, Decline.PROCESSING_ERROR),
          TestCard.of(
              "DISPUTED",
              DISPUTED,
              "succeeds; disputed an hour after the charge",
              SUCCEEDS.disputed(new DisputeCourse(HOUR, Optional.empty()))),
          disputed("DISPUTE_WON", DISPUTE_WON, DisputeCourse.End.WON),
          disputed("DISPUTE_LOST", DISPUTE_LOST, DisputeCourse.End.LOST),
          TestCard.of(
              "REFUND_PENDING",
              REFUND_PENDING,
              "succeeds; its refunds are pending for an hour, then succeed",
              SUCCEEDS.refunded(new RefundCourse(HOUR, true))),
          TestCard.of(
              "REFUND_FAILS",
              REFUND_FAILS,
              "succeeds; its refunds are pending for an hour, then fail",
              SUCCEEDS.refunded(new RefundCourse(HOUR, false))),
          TestCard.of(
              "SLOW", SLOW, "processing for 30 seconds, then succeeds", SUCCEEDS.after(SLOWNESS)),
          TestCard.of(
              "SLOW_DECLINED",
              SLOW_DECLINED,
              "processing for 30 seconds, then fails",
              CardOutcome.declined(Decline.DECLINED).after(SLOWNESS)),
          TestCard.byAmount("BY_AMOUNT", BY_AMOUNT));

  private TestCards() {}

  private static TestCard disputed(String name, String number, DisputeCourse.End end) {
    String effect =
        "as `DISPUTED`; the dispute is under review after %d day and %s after %d more"
            .formatted(
                DisputeCourse.UNTIL_RESPONSE.toDays(),
                end.name().toLowerCase(Locale.ROOT),
                DisputeCourse.UNDER_REVIEW.toDays());
    return TestCard.of(
        name, number, effect, SUCCEEDS.disputed(new DisputeCourse(HOUR, Optional.of(end))));
  }

  private static TestCard declined(String name, String number, Decline reason) {
    return TestCard.of(name, number, "declined, " + reason.inWords(), CardOutcome.declined(reason));
  }
}
