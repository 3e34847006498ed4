package cloud.finfusion.webhook;

import java.util.List;

/**
 * The documented types of events, for {@code webhookEndpoints().create}: an endpoint that asks for
 * a misspelt type receives nothing. FinFusion may send other types.
 */
public final class EventType {
  /** An event {@code payment.succeeded}. */
  public static final String PAYMENT_SUCCEEDED = "payment.succeeded";

  /** An event {@code payment.failed}. */
  public static final String PAYMENT_FAILED = "payment.failed";

  /** An event {@code payment.refunded}. */
  public static final String PAYMENT_REFUNDED = "payment.refunded";

  /** An event {@code payment.disputed}. */
  public static final String PAYMENT_DISPUTED = "payment.disputed";

  /** An event {@code account.created}. */
  public static final String ACCOUNT_CREATED = "account.created";

  /** An event {@code account.updated}. */
  public static final String ACCOUNT_UPDATED = "account.updated";

  /** An event {@code transfer.succeeded}. */
  public static final String TRANSFER_SUCCEEDED = "transfer.succeeded";

  /** An event {@code transfer.failed}. */
  public static final String TRANSFER_FAILED = "transfer.failed";

  /** An event {@code card.created}. */
  public static final String CARD_CREATED = "card.created";

  /** An event {@code card.activated}. */
  public static final String CARD_ACTIVATED = "card.activated";

  /** An event {@code card.blocked}. */
  public static final String CARD_BLOCKED = "card.blocked";

  /** An event {@code card.transaction}. */
  public static final String CARD_TRANSACTION = "card.transaction";

  private static final List<String> ALL =
      List.of(
          PAYMENT_SUCCEEDED,
          PAYMENT_FAILED,
          PAYMENT_REFUNDED,
          PAYMENT_DISPUTED,
          ACCOUNT_CREATED,
          ACCOUNT_UPDATED,
          TRANSFER_SUCCEEDED,
          TRANSFER_FAILED,
          CARD_CREATED,
          CARD_ACTIVATED,
          CARD_BLOCKED,
          CARD_TRANSACTION);

  private EventType() {}

  /** Returns all documented types. */
  public static List<String> all() {
    return ALL;
  }
}
