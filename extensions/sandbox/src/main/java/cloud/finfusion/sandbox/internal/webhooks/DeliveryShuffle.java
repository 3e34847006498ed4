package cloud.finfusion.sandbox.internal.webhooks;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Decides the order of deliveries: as the events happened, except that a test may request that the
 * next few are duplicated or reordered.
 */
public final class DeliveryShuffle {
  private final Deque<Delivery> held = new ArrayDeque<>();
  private int duplicatesLeft;
  private int heldLeft;

  public synchronized void duplicate(int deliveries) {
    duplicatesLeft = require(deliveries, 1);
  }

  public synchronized void reorder(int deliveries) {
    heldLeft = require(deliveries, 2);
  }

  /** The delivery, and a copy of it if the next one is to be duplicated. */
  synchronized List<Delivery> withDuplicate(Delivery delivery) {
    if (duplicatesLeft == 0) {
      return List.of(delivery);
    }
    duplicatesLeft--;
    return List.of(delivery, delivery.copy());
  }

  /** The deliveries to send now, given the next one and its duplicate. */
  synchronized List<Delivery> dueAfter(List<Delivery> next) {
    if (heldLeft == 0) {
      return next;
    }
    next.forEach(held::addFirst);
    heldLeft--;
    return heldLeft > 0 ? List.of() : release();
  }

  private List<Delivery> release() {
    List<Delivery> all = List.copyOf(held);
    held.clear();
    return all;
  }

  private static int require(int deliveries, int least) {
    if (deliveries < least) {
      throw new IllegalArgumentException(
          "At least %d deliveries are needed, not %d".formatted(least, deliveries));
    }
    return deliveries;
  }
}
