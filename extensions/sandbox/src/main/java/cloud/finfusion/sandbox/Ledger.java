package cloud.finfusion.sandbox;

import cloud.finfusion.sandbox.internal.console.LedgerRow;
import cloud.finfusion.sandbox.internal.history.History;
import cloud.finfusion.sandbox.internal.history.KeyCounts;
import cloud.finfusion.sandbox.internal.money.MoneyLog;
import cloud.finfusion.sandbox.internal.money.MoneyMovement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The money that the sandbox moved: one entry for each charge, refund and transfer, in order. An
 * entry is written before a fault changes the response, so that the ledger is right when the
 * response is lost.
 *
 * <p>The newest entries are kept, 1,000 unless {@link Sandbox.Builder#history(int)} says otherwise.
 * The counts are of all entries, and for each idempotency key, however old.
 */
public final class Ledger {
  private final History<Entry> entries;
  private final KeyCounts<Kind> counts = new KeyCounts<>(Kind.class);

  Ledger(int capacity) {
    this.entries = new History<>(capacity);
  }

  /** The newest entries, in order. */
  public List<Entry> entries() {
    return entries.newest();
  }

  /** How many entries were written, also those that are no longer kept. */
  public synchronized int size() {
    return counts.total();
  }

  /** How many entries of a kind were written, also those that are no longer kept. */
  public synchronized int count(Kind kind) {
    return counts.of(kind);
  }

  /** How often money moved for an idempotency key; 2 charges mean that it was charged twice. */
  public synchronized int count(Kind kind, String idempotencyKey) {
    return counts.of(kind, idempotencyKey);
  }

  /** The newest charges, in order. An authorised payment is charged when it is captured. */
  public List<Entry> charges() {
    return entries().stream().filter(e -> e.kind() == Kind.CHARGE).toList();
  }

  /**
   * The entries made by requests with this idempotency key, in order.
   *
   * @throws IllegalStateException if some of them are no longer kept
   */
  public synchronized List<Entry> withKey(String idempotencyKey) {
    List<Entry> found =
        entries().stream().filter(e -> idempotencyKey.equals(e.idempotencyKey())).toList();
    int written = counts.total(idempotencyKey);
    if (found.size() < written) {
      throw new IllegalStateException(
          "Of the %d entries with the key %s the ledger keeps %d. Use count(kind, key), or start"
                  .formatted(written, idempotencyKey, found.size())
              + " the sandbox with a longer history().");
    }
    return found;
  }

  /** The log that operations write to. */
  MoneyLog log() {
    return new Log();
  }

  /** The newest entries, in order, as the console shows them. */
  synchronized List<LedgerRow> rows() {
    return entries().stream().map(this::row).toList();
  }

  private LedgerRow row(Entry entry) {
    @Nullable String key = entry.idempotencyKey();
    return new LedgerRow(
        entry.kind().name(),
        entry.operation(),
        entry.resourceId(),
        entry.amount(),
        entry.currency(),
        key,
        key == null ? 1 : counts.of(entry.kind(), key));
  }

  private synchronized void add(Kind kind, MoneyMovement movement) {
    counts.add(kind, movement.idempotencyKey());
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
