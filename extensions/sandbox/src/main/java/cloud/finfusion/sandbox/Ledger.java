package cloud.finfusion.sandbox;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * What the sandbox really did: one entry for each charge, in order. It is written before any fault
 * is injected, so that it tells the truth when the answer got lost.
 */
public final class Ledger {
  private final Queue<Entry> entries = new ConcurrentLinkedQueue<>();

  Ledger() {}

  /** All entries up to now, in order. */
  public List<Entry> entries() {
    return List.copyOf(entries);
  }

  /** How many entries there are. */
  public int size() {
    return entries.size();
  }

  /** The entries made by requests with this idempotency key, in order. */
  public List<Entry> withKey(String idempotencyKey) {
    return entries.stream().filter(e -> idempotencyKey.equals(e.idempotencyKey())).toList();
  }

  void add(Entry entry) {
    entries.add(entry);
  }

  /**
   * One charge.
   *
   * @param operationId the operation that made it
   * @param resourceId the resource that it made
   * @param amount how much, in minor units
   * @param currency the currency, three letters
   * @param idempotencyKey the key that came with the request, null when there was none
   */
  public record Entry(
      String operationId,
      String resourceId,
      long amount,
      String currency,
      @Nullable String idempotencyKey) {}
}
