package cloud.finfusion.junit;

import cloud.finfusion.sandbox.Ledger;
import cloud.finfusion.sandbox.ReceivedRequest;
import cloud.finfusion.sandbox.Sandbox;
import cloud.finfusion.sandbox.UnknownOperationException;
import cloud.finfusion.sandbox.WebhookDelivery;
import java.util.List;
import org.opentest4j.AssertionFailedError;

/**
 * Assertions on what a sandbox received, which money it moved, and which events it delivered. One
 * that fails shows all of it.
 *
 * <pre>{@code
 * assertThat(sandbox).hasReceived("payments.create", 3).hasCharges(1);
 * }</pre>
 *
 * <p>Its {@code assertThat} may be imported beside that of AssertJ.
 */
public final class SandboxAssert {
  private final Sandbox sandbox;

  private SandboxAssert(Sandbox sandbox) {
    this.sandbox = sandbox;
  }

  /** Begins the assertions on a sandbox. */
  public static SandboxAssert assertThat(Sandbox sandbox) {
    return new SandboxAssert(sandbox);
  }

  /**
   * Expects this many requests of an operation, those of retries included.
   *
   * @param operation as {@code payments.create} or {@code createPayment}
   * @throws UnknownOperationException if the specification has no such operation
   * @throws IllegalStateException if the sandbox no longer keeps all requests
   */
  public SandboxAssert hasReceived(String operation, int times) {
    String name = sandbox.operationName(operation);
    long all = sandbox.requestCount();
    List<ReceivedRequest> kept = sandbox.requests();
    requireAll("requests", kept, all);
    long received = kept.stream().filter(each -> name.equals(each.operation())).count();
    return expect(times, received, "requests of " + name);
  }

  /** Expects this many charges; an authorised payment is charged when it is captured. */
  public SandboxAssert hasCharges(int times) {
    return expect(times, sandbox.ledger().count(Ledger.Kind.CHARGE), "charges");
  }

  /** Expects this many refunds that moved money. */
  public SandboxAssert hasRefunds(int times) {
    return expect(times, sandbox.ledger().count(Ledger.Kind.REFUND), "refunds");
  }

  /** Expects this many transfers that moved money. */
  public SandboxAssert hasTransfers(int times) {
    return expect(times, sandbox.ledger().count(Ledger.Kind.TRANSFER), "transfers");
  }

  /**
   * Expects that no idempotency key moved money twice, in one kind of movement.
   *
   * @throws IllegalStateException if the sandbox no longer keeps all movements
   */
  public SandboxAssert hasMovedMoneyOncePerKey() {
    long all = sandbox.ledger().size();
    List<Ledger.Entry> kept = sandbox.ledger().entries();
    requireAll("movements of money", kept, all);
    return kept.stream()
        .filter(entry -> entry.idempotencyKey() != null)
        .map(entry -> sandbox.ledger().count(entry.kind(), entry.idempotencyKey()))
        .max(Integer::compare)
        .map(most -> expect(1, most, "movements of money for one idempotency key"))
        .orElse(this);
  }

  /**
   * Expects that this many events were delivered, over all endpoints; waits up to 5 seconds for
   * deliveries that are pending.
   *
   * @param eventType as {@code payment.succeeded}
   * @throws IllegalArgumentException if the specification has no such event type
   */
  public SandboxAssert hasDelivered(String eventType, int times) {
    requireKnown(eventType);
    Deliveries.awaitEnd(sandbox);
    long delivered =
        sandbox.deliveries().stream()
            .filter(each -> each.eventType().equals(eventType))
            .filter(each -> each.status() == WebhookDelivery.Status.DELIVERED)
            .count();
    return expect(times, delivered, "deliveries of " + eventType);
  }

  private void requireKnown(String eventType) {
    List<String> types = sandbox.webhooks().eventTypes();
    if (!types.contains(eventType)) {
      throw new IllegalArgumentException(
          "The specification has no event type %s. Its event types: %s."
              .formatted(eventType, String.join(", ", types)));
    }
  }

  private static void requireAll(String what, List<?> kept, long all) {
    if (kept.size() < all) {
      throw new IllegalStateException(
          "Of %d %s the sandbox keeps the newest %d: set a longer history() by the setup"
              .formatted(all, what, kept.size()));
    }
  }

  private SandboxAssert expect(long expected, long actual, String what) {
    if (expected != actual) {
      throw new AssertionFailedError(
          "expected %d %s, got %d. %s".formatted(expected, what, actual, SandboxReport.of(sandbox)),
          expected,
          actual);
    }
    return this;
  }
}
