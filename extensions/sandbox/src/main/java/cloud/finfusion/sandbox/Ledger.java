package cloud.finfusion.sandbox;

import cloud.finfusion.sandbox.internal.money.MoneyLog;
import cloud.finfusion.sandbox.internal.money.MoneyMovement;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * The money that the sandbox moved: one entry for each charge, refund and transfer, in order. An
 * entry is written before a fault changes the response, so that the ledger is right when the
 * response is lost.
 */
public final class Ledger {
  private final Queue<Entry> entries = new ConcurrentLinkedQueue<>();

  Ledger() {}

  /** All entries so far, in order. */
  public List<Entry> entries() {
    return List.copyOf(entries);
  }

  /** How many entries there are. */
  public int size() {
    return entries.size();
  }

  /** The charges, in order. An authorised payment is charged when it is captured. */
  public List<Entry> charges() {
    return entries.stream().filter(e -> e.kind() == Kind.CHARGE).toList();
  }

  /** The entries made by requests with this idempotency key, in order. */
  public List<Entry> withKey(String idempotencyKey) {
    return entries.stream().filter(e -> idempotencyKey.equals(e.idempotencyKey())).toList();
  }

  /** The log that operations write to. */
  MoneyLog log() {
    return new Log();
  }

  private void add(Kind kind, MoneyMovement movement) {
    entries.add(
        new Entry(
            kind,
            movement.operation(),
            movement.resourceId(),
            movement.amount().value(),
            movement.amount().currency(),
            movement.idempotencyKey()));
  }

  private final class Log implements MoneyLog {
    @Override
    public void charged(MoneyMovement movement) {
      add(Kind.CHARGE, movement);
    }

    @Override
    public void refunded(MoneyMovement movement) {
      add(Kind.REFUND, movement);
    }

    @Override
    public void transferred(MoneyMovement movement) {
      add(Kind.TRANSFER, movement);
    }
  }

  /** From where to where the money moved. */
  public enum Kind {
    /** From a payment method to the merchant. */
    CHARGE,
    /** Back to the payment method. */
    REFUND,
    /** From one account to another. */
    TRANSFER
  }

  /**
   * One movement of money.
   *
   * @param kind from where to where
   * @param operation the name of the operation, such as {@code payments.create}
   * @param resourceId the payment, refund or transfer
   * @param amount in minor units
   * @param currency three letters of ISO 4217
   * @param idempotencyKey the key of the request, or of the item in a batch; null when there was
   *     none
   */
  public record Entry(
      Kind kind,
      String operation,
      String resourceId,
      long amount,
      String currency,
      @Nullable String idempotencyKey) {}
}
