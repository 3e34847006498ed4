package cloud.finfusion.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * What the sandbox really did: one entry for each time that money moved, in order. It is written
 * before any fault is injected, so that it tells the truth when the answer got lost.
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

  /** The entries that are charges, in order; an authorised payment is one once it is captured. */
  public List<Entry> charges() {
    return entries.stream().filter(e -> e.kind() == Kind.CHARGE).toList();
  }

  /** The entries made by requests with this idempotency key, in order. */
  public List<Entry> withKey(String idempotencyKey) {
    return entries.stream().filter(e -> idempotencyKey.equals(e.idempotencyKey())).toList();
  }

  void add(Kind kind, Operation operation, ApiRequest request, JsonNode resource) {
    Money amount = Money.of(resource.path("amount"));
    entries.add(
        new Entry(
            kind,
            operation.id(),
            resource.path("id").asText(),
            amount.value(),
            amount.currency(),
            request.idempotencyKey()));
  }

  /** Which way the money went. */
  public enum Kind {
    /** From a payment method to the merchant. */
    CHARGE,
    /** Back to the payment method. */
    REFUND,
    /** From one account to another. */
    TRANSFER
  }

  /**
   * Money that moved.
   *
   * @param kind which way it went
   * @param operationId the operation that moved it
   * @param resourceId the payment, refund or transfer
   * @param amount how much, in minor units
   * @param currency the currency, three letters
   * @param idempotencyKey the key of the request, or of the item in a batch; null when there was
   *     none
   */
  public record Entry(
      Kind kind,
      String operationId,
      String resourceId,
      long amount,
      String currency,
      @Nullable String idempotencyKey) {}
}
